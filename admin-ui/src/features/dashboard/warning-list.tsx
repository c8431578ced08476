import { Icon } from '../../shared/icon';
import type { Warning } from './warnings';

const SEVERITIES = {
  critical: 'Critical',
  warning: 'Warning',
  info: 'Good to know',
};

/** What the organisers should put right, and how. */
export const WarningList = ({ warnings }: { warnings: readonly Warning[] }) => {
  if (warnings.length === 0) return null;
  return (
    <section aria-label="Warnings">
      <ul className="warnings">
        {warnings.map(({ code, message, severity = 'warning', action }) => (
          <li key={`${code} ${message}`} className="banner" data-severity={severity}>
            <Icon name="warning" />
            <span>
              <strong>{SEVERITIES[severity]}:</strong> {message} {action}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
