import { failureList, operationPercent, operationResult, operationTitle, type Operation } from './operation-words';

const operation: Operation = {
  operation_id: '5f1c0a9be8d24c7e9a31b6d0',
  action: 'extend',
  hours: 4,
  actor: 'admin',
  status: 'running',
  started_at: '2026-11-25T09:00:00.000Z',
  finished_at: null,
  total: 1_500,
  succeeded: 1_000,
  failed: 2,
  failures: [
    { session_id: 'ada-1f2e3d4c', code: 'gone', message: 'This session has ended.' },
    { session_id: 'bob-1f2e3d4d', code: 'not_found', message: 'No such session' },
  ],
};

it('says what is done and how far it has come', () => {
  expect(operationTitle(operation)).toBe('Extending 1,500 sessions by 4 h');
  expect(operationTitle({ action: 'terminate', total: 1, hours: null })).toBe('Terminating 1 session');
  expect(operationResult(operation)).toBe('1,000 extended, 2 failed');
  expect(operationPercent(operation)).toBe(66);
  expect(operationPercent({ ...operation, succeeded: 1_498 })).toBe(100);
});

it('lists failures for pasting', () =>
  expect(failureList(operation.failures)).toBe('ada-1f2e3d4c\tThis session has ended.\nbob-1f2e3d4d\tNo such session'));
