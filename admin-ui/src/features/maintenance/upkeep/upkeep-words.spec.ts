import { cleanedWords, overdueOf, overdueWords, reportScope, reportTitle } from './upkeep-words';
import type { Reconciliation, Repair } from './use-upkeep';

const at = '2026-05-04T08:00:00.000Z';
const repair = (done: boolean | null): Repair => ({
  kind: 'resume',
  instance_id: '1f2e3d4c',
  session_id: 'ada-1f2e3d4c',
  message: 'Start the stopped container again',
  done,
});
const report = (dryRun: boolean, ...repairs: Repair[]): Reconciliation => ({
  dry_run: dryRun,
  at,
  milliseconds: 120,
  instances: 42,
  sessions: 1,
  repairs,
});

it('counts those whose time is over and that are not stopping', () => {
  const rows = [
    { expires_at: '2026-05-04T07:59:59.000Z', status: 'active' },
    { expires_at: '2026-05-04T07:59:59.000Z', status: 'stopping' },
    { expires_at: '2026-05-04T08:00:01.000Z', status: 'active' },
  ];
  expect(overdueOf(rows, Date.parse(at))).toEqual([rows[0]]);
});

it.each([
  [overdueWords(0), 'No session is overdue.'],
  [overdueWords(1), '1 session is overdue.'],
  [overdueWords(3), '3 sessions are overdue.'],
  [cleanedWords({ cleaned: 0, sessions: [] }), 'Nothing to clean up.'],
  [cleanedWords({ cleaned: 2, sessions: ['a', 'b'] }), '2 expired sessions ended.'],
  [reportTitle(report(true)), 'Redis and the engine agree'],
  [reportTitle(report(false)), 'Redis and the engine agree'],
  [reportTitle(report(true, repair(null))), '1 thing would be done'],
  [reportTitle(report(false, repair(true), repair(true))), '2 things done'],
  [reportTitle(report(false, repair(true), repair(false))), '1 thing done, 1 did not work'],
  [reportScope(report(true)), '42 instances and 1 session were looked at in 120 ms.'],
])('says %j', (said, words) => expect(said).toBe(words));
