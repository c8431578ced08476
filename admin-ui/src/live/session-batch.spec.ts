import { QueryClient } from '@tanstack/react-query';
import { keys } from '../api/keys';
import type { ActiveSessions, SessionRow } from './events';
import { SessionBatch } from './session-batch';

const row = { session_id: 'ada-1f2e3d4c', status: 'active' } as SessionRow;
const emptyList: ActiveSessions = { total: 0, sessions: [], max_sessions: 150 };
let queries: QueryClient;
let batch: SessionBatch;
const total = () => queries.getQueryData<ActiveSessions>(keys.activeSessions)?.total;

beforeEach(() => {
  jest.useFakeTimers();
  queries = new QueryClient();
  batch = new SessionBatch(queries);
});
afterEach(() => {
  batch.stop();
  queries.clear();
  jest.useRealTimers();
});

it('brings a burst into the list at once', () => {
  queries.setQueryData(keys.activeSessions, emptyList);
  let changes = 0;
  queries.getQueryCache().subscribe(({ type }) => (changes += type === 'updated' ? 1 : 0));
  for (let i = 0; i < 500; i += 1) batch.add(`s-${i}`, { ...row, session_id: `s-${i}` });
  expect(total()).toBe(0);
  jest.advanceTimersByTime(300);
  expect(total()).toBe(500);
  expect(changes).toBe(1);
});

it('waits for a list that is on its way, which may be older than the change', async () => {
  let answer = (_list: ActiveSessions): void => undefined;
  const fetched = queries.fetchQuery({
    queryKey: keys.activeSessions,
    queryFn: () => new Promise<ActiveSessions>((resolve) => (answer = resolve)),
  });
  batch.add(row.session_id, row);
  await jest.advanceTimersByTimeAsync(1000);
  answer(emptyList);
  await fetched;
  await jest.advanceTimersByTimeAsync(300);
  expect(total()).toBe(1);
});

it('leaves a list that nobody has read unread', () => {
  batch.add(row.session_id, row);
  jest.advanceTimersByTime(300);
  expect(total()).toBeUndefined();
});
