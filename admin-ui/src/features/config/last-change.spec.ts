import type { AuditEntry } from '../audit/use-audit';
import { lastChangeOf } from './last-change';

const entry = (id: string, ...names: string[]): AuditEntry => ({
  id,
  at: '2026-05-04T08:45:00.000Z',
  actor: 'admin',
  address: '192.0.2.7',
  action: 'changed',
  target: 'config',
  detail: { changes: Object.fromEntries(names.map((name) => [name, { from: 1, to: 2 }])) },
});

it('is the newest entry that names the field', () => {
  const entries = [
    entry('3', 'max_sessions_per_user'),
    entry('2', 'max_sessions', 'features.products'),
    entry('1', 'max_sessions'),
  ];
  expect(lastChangeOf(entries, 'max_sessions')?.id).toBe('2');
  expect(lastChangeOf(entries, 'features.products')?.id).toBe('2');
  expect(lastChangeOf(entries, 'session_ttl_hours')).toBeUndefined();
});
