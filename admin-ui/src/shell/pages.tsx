import { Suspense, lazy } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { sectionOf } from '../features/maintenance/sections';
import { LoadBoundary } from '../shared/load-boundary';
import { loadPart } from '../shared/load-part';
import { Loading } from '../shared/loading';
import { NotFoundPage } from './not-found-page';
import { PageBroken } from './page-broken';

const load = {
  dashboard: () => loadPart(() => import('../features/dashboard/dashboard-page')),
  sessions: () => loadPart(() => import('../features/sessions/sessions-page')),
  create: () => loadPart(() => import('../features/create/create-page')),
  config: () => loadPart(() => import('../features/config/config-page')),
  maintenance: () => loadPart(() => import('../features/maintenance/maintenance-page')),
};
const DashboardPage = lazy(load.dashboard);
const SessionsPage = lazy(load.sessions);
const CreatePage = lazy(load.create);
const ConfigPage = lazy(load.config);
const MaintenancePage = lazy(load.maintenance);

/** Fetches what the other pages need ahead of their time, so that they open at once, and while the platform is away. */
export const fetchPages = (): void => {
  // One that does not come now is asked for again when it is opened.
  for (const fetchPage of Object.values(load)) fetchPage().catch(() => undefined);
};

/** The page at the address. `#/sessions/:id` is the sessions page with that session's details open. */
export const Pages = () => {
  const [path] = useLocation();
  return (
    <LoadBoundary key={path.split('/')[1]} fallback={<PageBroken />}>
      <Suspense fallback={<Loading height={320} label="Loading the page" />}>
        <Switch>
          <Route path="/" component={DashboardPage} />
          <Route path="/sessions/:id?" component={SessionsPage} />
          <Route path="/create" component={CreatePage} />
          <Route path="/configuration" component={ConfigPage} />
          <Route path="/maintenance/:section?">
            {({ section }) => {
              const known = sectionOf(section);
              return known ? <MaintenancePage section={known} /> : <NotFoundPage />;
            }}
          </Route>
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </LoadBoundary>
  );
};
