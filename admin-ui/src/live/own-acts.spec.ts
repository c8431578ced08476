import { isOwnAct, ownActs } from './own-acts';

const now = 1_000_000;

it.each([
  ['/api/admin/sessions/ada-1f2e3d4c/extend {"hours":12}', now - 2_000, true],
  ['/api/admin/operations {"session_ids":["ada-1f2e3d4c"]}', now - 2_000, true],
  ['/api/admin/sessions/linus-00ff00ff/extend {"hours":12}', now - 2_000, false],
  ['/api/admin/sessions/ada-1f2e3d4c/extend {"hours":12}', now - 90_000, false],
])('takes an act on a session for its own after %s, sent at %i: %p', (text, at, own) =>
  expect(isOwnAct({ target: 'ada-1f2e3d4c', detail: {} }, [{ at, text }], now)).toBe(own),
);

it('knows a session that it created for somebody by their name', () => {
  const remembered = [{ at: now, text: '/api/admin/roster {"rows":[{"user_id":"ada"}]}' }];
  expect(isOwnAct({ target: 'ada-1f2e3d4c', detail: { user_id: 'ada' } }, remembered, now)).toBe(true);
});

it('remembers the path and the body of what it sends', async () => {
  const url = 'http://localhost/api/admin/sessions/ada%40example/extend';
  await ownActs.remember(new Request(url, { method: 'POST', body: '{"hours":1}' }));
  expect(ownActs.get().at(-1)?.text).toBe('/api/admin/sessions/ada@example/extend {"hours":1}');
});
