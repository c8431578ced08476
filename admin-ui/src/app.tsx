import { Router } from 'wouter';
import { useCredentials } from './api/credentials';
import { LoginPage } from './features/login/login-page';
import { NoticeList } from './shared/notice-list';
import { Console } from './shell/console';
import { useHashPath } from './shell/hash-location';

/** The address keeps the page while nobody is logged in: whoever logs in again goes on there. */
export const App = () => {
  const { token } = useCredentials();
  return (
    <Router hook={useHashPath}>
      {token === null ? <LoginPage /> : <Console />}
      <NoticeList />
    </Router>
  );
};
