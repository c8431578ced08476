import { useDashboard } from '../features/dashboard/use-dashboard';
import { criticalOf, problemOf } from '../features/dashboard/warnings';
import { Icon } from '../shared/icon';

/** On every page: what attendees feel or strangers could use, and what to do. */
export const CriticalBar = () => {
  const { data } = useDashboard();
  const critical = criticalOf(data?.warnings ?? []);
  if (critical.length === 0) return null;
  return (
    <section className="critical" aria-label="Critical warnings">
      {critical.map((warning) => (
        <p key={warning.message} className="banner" data-severity="critical">
          <Icon name="warning" />
          <span>
            <strong>{problemOf(warning)}</strong> {warning.action}
          </span>
        </p>
      ))}
    </section>
  );
};
