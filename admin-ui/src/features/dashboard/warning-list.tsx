import { Icon } from '../../shared/icon';
import { problemOf, type Warning } from './warnings';

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
        {warnings.map((warning) => (
          <li key={warning.message} className="banner" data-severity={warning.severity}>
            <Icon name="warning" />
            <span>
              <strong>{SEVERITIES[warning.severity]}:</strong> {problemOf(warning)} {warning.action}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
