import { useState } from 'react';
import { useIsOld } from '../../live/use-is-old';
import type { Dashboard } from '../../live/events';
import { EmptyState } from '../../shared/empty-state';
import { NotLoaded } from '../../shared/not-loaded';
import { PageHead } from '../../shared/page-head';
import { clock } from '../../shared/time';
import { Charts } from './charts';
import { Failures } from './failures';
import { Machine } from './machine';
import { Services } from './services';
import { Tiles } from './tiles';
import { useDashboard } from './use-dashboard';
import { useLaunchHistory } from './use-history';
import { WarningList } from './warning-list';
import { otherThanCritical } from './warnings';

/** Whether nobody has launched anything yet, as far as the figures go. */
const isUnused = ({ sessions, launches, pool }: Dashboard): boolean =>
  sessions.active + sessions.creating + launches.count + pool.ready + pool.starting === 0;

const Figures = ({ dashboard }: { dashboard: Dashboard }) => {
  const [minutes, setMinutes] = useState(60);
  const launches = useLaunchHistory(minutes);
  const isOld = useIsOld();
  return (
    <div className="dashboard" data-old={isOld || undefined}>
      <Tiles dashboard={dashboard} />
      {isUnused(dashboard) && (
        <EmptyState title="Nothing has been launched yet">
          As soon as an attendee launches an instance, the figures above move and the charts below begin to draw.
        </EmptyState>
      )}
      <div className="pair">
        <Machine dashboard={dashboard} />
        <Services dashboard={dashboard} />
      </div>
      <Charts host={dashboard.host} minutes={minutes} onMinutes={setMinutes} launches={launches} />
      {launches.data && <Failures failures={launches.data.failures} />}
    </div>
  );
};

/** The platform at one look. */
const DashboardPage = () => {
  const { data, error } = useDashboard();
  return (
    <>
      <PageHead title="Dashboard" description={data && `As of ${clock(Date.parse(data.at))}`} />
      {data && <WarningList warnings={otherThanCritical(data.warnings)} />}
      {data ? <Figures dashboard={data} /> : <NotLoaded error={error} height={480} label="Loading the figures" />}
    </>
  );
};
export default DashboardPage;
