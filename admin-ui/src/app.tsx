import { Suspense, lazy, useEffect } from 'react';
import { Router } from 'wouter';
import { useCredentials } from './api/credentials';
import { LoginPage } from './features/login/login-page';
import { LoadBoundary } from './shared/load-boundary';
import { loadPart } from './shared/load-part';
import { Loading } from './shared/loading';
import { NoticeList } from './shared/notice-list';
import { useHashPath } from './shell/hash-location';
import { PageBroken } from './shell/page-broken';

const load = () => loadPart(() => import('./shell/console'));
const Console = lazy(load);

/** The address keeps the page while nobody is logged in: whoever logs in again goes on there. */
export const App = () => {
  const { token } = useCredentials();
  useEffect(() => {
    // It comes while somebody types a password; if it does not, it is asked for again when it is opened.
    load().catch(() => undefined);
  }, []);
  return (
    <Router hook={useHashPath}>
      {token === null ? (
        <LoginPage />
      ) : (
        <LoadBoundary fallback={<PageBroken />}>
          <Suspense fallback={<Loading height={320} label="Loading the console" />}>
            <Console />
          </Suspense>
        </LoadBoundary>
      )}
      <NoticeList />
    </Router>
  );
};
