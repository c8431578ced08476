import { Icon } from '../shared/icon';
import { useDashboard } from '../features/dashboard/use-dashboard';
import { criticalOf } from '../features/dashboard/warnings';

/** On every page: what attendees feel or strangers could use, and what to do. */
export const CriticalBar = () => {
  const { data } = useDashboard();
  const critical = criticalOf(data?.warnings ?? []);
  if (critical.length === 0) return null;
  return (
    <section className="critical" aria-label="Critical warnings">
      {critical.map(({ code, message, action }) => (
        <p key={`${code} ${message}`} className="banner" data-severity="critical">
          <Icon name="warning" />
          <span>
            <strong>{message}</strong> {action}
          </span>
        </p>
      ))}
    </section>
  );
};
