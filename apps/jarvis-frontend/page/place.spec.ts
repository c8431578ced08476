import { placeOf } from './place';

it.each([
  ['', 'generate', ''],
  ['#/scenarios?new', 'scenarios', 'new='],
  ['#/history', 'history', ''],
  ['#/uploads?upload=a-1', 'uploads', 'upload=a-1'],
  ['#/history?send=a-1', 'history', 'send=a-1'],
])('takes %j for a place', (hash, view, params) => {
  const place = placeOf(hash);
  expect([place?.view, String(place?.params)]).toEqual([view, params]);
});

it.each(['#send', '#/', '#/nowhere', '#/constructor', '#/history/x'])('takes %j for none', (hash) =>
  expect(placeOf(hash)).toBeUndefined(),
);
