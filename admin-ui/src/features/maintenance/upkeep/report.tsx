import { Button, CloseButton } from '@mantine/core';
import { Link } from 'wouter';
import { clock } from '../../../shared/time';
import { useMore } from '../../../shared/use-more';
import { reportScope, reportTitle } from './upkeep-words';
import type { Reconciliation, Repair } from './use-upkeep';

const OUTCOMES = { true: 'done', false: 'did not work', null: 'would be done' };

const Repairs = ({ repairs }: { repairs: readonly Repair[] }) => {
  const { shown, more } = useMore(repairs);
  return (
    <>
      <table aria-label="Repairs" className="table as-cards">
        <thead>
          <tr>
            <th>What</th>
            <th>Where</th>
            <th>Outcome</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ kind, instance_id: instance, session_id: session, message, done }) => (
            <tr key={`${kind} ${instance}`}>
              <td className="strong">{message}</td>
              <td className="mono wrap">
                {session === null ? instance : <Link href={`/sessions/${session}`}>{session}</Link>}
              </td>
              <td className={done === false ? 'danger nowrap' : 'dim nowrap'}>{OUTCOMES[`${done}`]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  );
};

interface Props {
  readonly report: Reconciliation;
  readonly onApply: () => void;
  readonly onDismiss: () => void;
}

/** What a reconciliation found or did; it stays until it is dismissed. */
export const Report = ({ report, onApply, onDismiss }: Props) => (
  <div className="report" role="group" aria-label="Report">
    <div className="card-head">
      <div role="status">
        <h3 className="report-title">{reportTitle(report)}</h3>
        <p className="dim small flush">
          {reportScope(report)} {clock(Date.parse(report.at))}
        </p>
      </div>
      <CloseButton aria-label="Dismiss the report" onClick={onDismiss} />
    </div>
    {report.repairs.length > 0 && <Repairs repairs={report.repairs} />}
    {report.dry_run && report.repairs.length > 0 && (
      <div>
        <Button onClick={onApply}>Do this now</Button>
      </div>
    )}
  </div>
);
