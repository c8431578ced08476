import { instancesWords, launchWords, lineWords, poolWords, seatWords } from './figures';

const sessions = { active: 42, creating: 0, stopping: 0, reserved: 0, max: 150 };
const pool = { target: 20, ready: 18, starting: 2, retiring: 0, failing: false };
const empty = { target: 0, ready: 0, starting: 0, retiring: 0, failing: false };

it.each([
  [sessions, empty, '108 free'],
  [
    { ...sessions, creating: 3, stopping: 1, reserved: 10 },
    pool,
    '3 starting, 1 ending, 10 reserved, 20 warm, 74 free',
  ],
  [{ ...sessions, max: 10 }, empty, '0 free'],
])('says of %j what takes the places', (counts, warm, words) =>
  expect(seatWords({ sessions: counts, pool: warm })).toBe(words),
);

it.each([
  [pool, '2 starting'],
  [{ ...pool, retiring: 4 }, '2 starting, 4 being removed'],
  [{ ...pool, failing: true }, 'the last start failed'],
  [empty, 'none are kept ready'],
])('says of the pool %j', (state, words) => expect(poolWords(state)).toBe(words));

it.each([
  [{ length: 0, max_length: 0, estimated_wait_seconds: null }, 'the waiting room is closed'],
  [{ length: 0, max_length: 9, estimated_wait_seconds: 5 }, 'nobody waits'],
  [{ length: 4, max_length: 9, estimated_wait_seconds: null }, 'no estimate yet'],
  [{ length: 4, max_length: 9, estimated_wait_seconds: 90 }, '1 min at its end'],
])('says of the line %j', (line, words) => expect(lineWords(line)).toBe(words));

it.each([
  [{ count: 0, failed: 0, warm: 0, p50_ms: null, p95_ms: null }, 'none failed'],
  [{ count: 120, failed: 2, warm: 9, p50_ms: 180, p95_ms: 900 }, 'half within 180 ms, 95 % within 900 ms; 2 failed'],
])('says of the launches %j', (launches, words) => expect(launchWords(launches)).toBe(words));

it.each([
  [null, 'There are no figures of the instances yet.'],
  [{ instances: 0, cpu_percent: null, memory_bytes: 0, at: '' }, 'No instance runs.'],
  [{ instances: 1, cpu_percent: null, memory_bytes: 5e7, at: '' }, '1 instance takes 50 MB of memory.'],
  [
    { instances: 46, cpu_percent: 64.2, memory_bytes: 2.3e9, at: '' },
    '46 instances take 2.3 GB of memory, 50 MB each and 64 % of one processor.',
  ],
])('says what %j take', (usage, words) => expect(instancesWords(usage)).toBe(words));
