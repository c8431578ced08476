import { QueryClient } from '@tanstack/react-query';
import { keys } from '../api/keys';
import type { Operation } from './events';
import { PlatformCache } from './platform-cache';

const failure = { session_id: 'ada-1f2e3d4c', code: 'gone', message: 'This session has ended.' };
const done = (failed: number): Operation => ({
  operation_id: 'a',
  action: 'terminate',
  hours: null,
  actor: 'admin',
  status: 'done',
  started_at: '2026-05-04T08:45:00.000Z',
  finished_at: '2026-05-04T08:46:00.000Z',
  total: 200,
  succeeded: 200 - failed,
  failed,
  failures: [failure],
});

it.each([
  ['reads the report again where the stream told some failures only', 120, true],
  ['takes a report that is whole as it is told', 1, false],
])('%s', (_, failed, isReadAgain) => {
  const queries = new QueryClient();
  const cache = new PlatformCache(queries);
  cache.take('operation', done(failed));
  expect(queries.getQueryState(keys.operation('a'))).toMatchObject({
    data: { failed },
    isInvalidated: isReadAgain,
  });
  cache.stop();
  queries.clear();
});
