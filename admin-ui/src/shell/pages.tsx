import { Skeleton } from '@mantine/core';
import { Suspense, lazy } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { sectionOf } from '../features/maintenance/sections';
import { LoadBoundary } from './load-boundary';
import { NotFoundPage } from './not-found-page';

const DashboardPage = lazy(() => import('../features/dashboard/dashboard-page'));
const SessionsPage = lazy(() => import('../features/sessions/sessions-page'));
const CreatePage = lazy(() => import('../features/create/create-page'));
const ConfigPage = lazy(() => import('../features/config/config-page'));
const MaintenancePage = lazy(() => import('../features/maintenance/maintenance-page'));

/** The page at the address. `#/sessions/:id` is the sessions page with that session's details open. */
export const Pages = () => {
  const [path] = useLocation();
  return (
    <LoadBoundary key={path.split('/')[1]}>
      <Suspense fallback={<Skeleton height={320} aria-label="Loading the page" />}>
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
