interface Clock {
  countdown: (ms: number) => string;
  hoursInWords: (hours: number) => string;
  waitInWords: (seconds: number) => string;
  backOff: (attempt: number, random: () => number) => number;
  retryAfter: (header: string | null, now?: number) => number | null;
}
interface Words {
  endWords: (reason?: string, detail?: string) => { title: string; detail?: string };
  launchRefusal: (problem: { code: string; detail: string }) => { title: string; detail: string };
  placeEnd: (reason?: string) => { title: string };
  aheadWords: (place: number) => string;
  fieldError: (problem: { status: number; errors: { field: string; message: string }[] }) => string | null;
}

// The landing page is plain JavaScript without a build, so it has no types of its own.
const { countdown, hoursInWords, waitInWords, backOff, retryAfter } =
  jest.requireActual<Clock>('../../landing/clock.js');
const { endWords, launchRefusal, fieldError, placeEnd, aheadWords } =
  jest.requireActual<Words>('../../landing/words.js');

const { queueBars } = jest.requireActual<{
  queueBars: (line: { place: number; length: number }) => { count: number; mine: number };
}>('../../landing/queue.js');

it.each([
  [-1, '00:00:00'],
  [59_001, '00:01:00'],
  [86_399_000, '23:59:59'],
  [90_061_000, '1 d 01:01:01'],
])('counts %i ms down as %s', (ms, words) => expect(countdown(ms)).toBe(words));

it.each([
  [24, '24 hours'],
  [1, '1 hour'],
  [0.5, '30 minutes'],
  [72, '3 days'],
])('says %p hours as %s', (hours, words) => expect(hoursInWords(hours)).toBe(words));

it.each([
  [0, 1000],
  [3, 8000],
  [9, 30_000],
])('waits longer after try %i, never much longer than 30 s', (attempt, middle) => {
  expect(backOff(attempt, () => 0)).toBe(middle * 0.9);
  expect(backOff(attempt, () => 1)).toBe(Math.round(middle * 1.1));
});

it.each([
  [null, null],
  ['30', 30_000],
  ['Mon, 23 Nov 2026 12:00:10 GMT', 10_000],
  ['soon', null],
])('reads Retry-After %p as %p ms', (header, ms) =>
  expect(retryAfter(header, Date.parse('Mon, 23 Nov 2026 12:00:00 GMT'))).toBe(ms),
);

it.each([
  ['expired', 'Your instance has expired', ''],
  ['terminated', 'The organisers ended your instance', ''],
  ['deleted', 'Your instance has ended', ''],
  ['failed', 'Your instance did not start', 'why'],
  ['lost', 'Your instance was lost', 'why'],
  ['anything else', 'Your instance is gone', 'why'],
  [undefined, 'Your instance is gone', 'why'],
])('explains the end %p', (reason, title, detail) => expect(endWords(reason, 'why')).toMatchObject({ title, detail }));

it.each([
  ['user_limit', 'You already have as many instances as one person may'],
  ['launch_failed', 'Your instance did not start'],
  ['invalid', 'Your instance did not start'],
])('explains the refusal %p and keeps the server’s words', (code, title) =>
  expect(launchRefusal({ code, detail: 'why' })).toMatchObject({ title, detail: 'why' }),
);

it('shows beside the name field only what the server says about it', () => {
  const errors = [{ field: 'user_id', message: 'too long' }];
  expect(fieldError({ status: 400, errors })).toBe('too long');
  expect(fieldError({ status: 400, errors: [] })).toBeNull();
  expect(fieldError({ status: 502, errors })).toBeNull();
});

it.each([
  [0, 'a few seconds'],
  [45, 'about a minute'],
  [170, 'about 3 minutes'],
  [7_200, 'up to 2 hours'],
])('says a wait of %i seconds as %s', (seconds, words) => expect(waitInWords(seconds)).toBe(words));

it.each([
  [1, 'You are next.'],
  [2, '1 person is ahead of you.'],
  [40, '39 people are ahead of you.'],
])('says who is ahead of place %i', (place, words) => expect(aheadWords(place)).toBe(words));

it.each([
  ['left', 'You left the line'],
  ['away', 'Your place was given up'],
  ['user_limit', 'You already have as many instances as one person may'],
  [undefined, 'Your place in line is not known any more'],
])('explains the end %p of a place', (reason, title) => expect(placeEnd(reason).title).toBe(title));

it.each([
  [1, 1, { count: 1, mine: 0 }],
  [3, 5, { count: 5, mine: 2 }],
  [5, 5, { count: 5, mine: 4 }],
  [1_000, 1_000, { count: 60, mine: 59 }],
  [500, 1_000, { count: 60, mine: 29 }],
  [1, 0, { count: 1, mine: 0 }],
])('draws place %i of %i', (place, length, bars) => expect(queueBars({ place, length })).toEqual(bars));
