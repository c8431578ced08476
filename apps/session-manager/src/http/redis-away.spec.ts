import { isRedisAway } from './redis-away';

const named = (name: string, message: string) => Object.assign(new Error(message), { name });

it.each([
  new Error('Connection is closed.'),
  new Error("Stream isn't writeable and enableOfflineQueue options is false"),
  new Error('Command timed out'),
  new Error('connect ECONNREFUSED 127.0.0.1:6379'),
  new Error('connect ENOENT /tmp/redis.sock'),
  new Error('getaddrinfo ENOTFOUND redis'),
  named('MaxRetriesPerRequestError', 'Reached the max retries per request limit'),
  named('ReplyError', 'LOADING Redis is loading the dataset in memory'),
  named(
    'ReplyError',
    'MISCONF Redis is configured to save RDB snapshots, but it is currently unable to persist on disk',
  ),
  named('ReplyError', 'OOM command not allowed when used memory > maxmemory'),
  named('ReplyError', "READONLY You can't write against a read only replica."),
])('takes "$message" for Redis being away', (error) => {
  expect(isRedisAway(error)).toBe(true);
});

it.each([
  named('ReplyError', 'ERR unknown command'),
  named('ReplyError', 'WRONGTYPE Operation against a key holding the wrong kind of value'),
  new TypeError('x is not a function'),
  new Error('ENOENT: no such file or directory'),
  'a text',
  undefined,
])('takes %s for a fault of ours', (error) => {
  expect(isRedisAway(error)).toBe(false);
});
