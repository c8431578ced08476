import { seatsOf } from './seat-bars';

const sessions = { active: 0, creating: 0, stopping: 0, reserved: 0, max: 150 };

it.each([
  [{}, { bars: 150, lit: 0, kept: 0 }],
  [
    { active: 42, creating: 3, reserved: 10 },
    { bars: 150, lit: 45, kept: 55 },
  ],
  [
    { active: 1, max: 1000 },
    { bars: 150, lit: 1, kept: 1 },
  ],
  [
    { active: 5, max: 3 },
    { bars: 3, lit: 3, kept: 3 },
  ],
  [{ max: 0 }, { bars: 1, lit: 0, kept: 0 }],
])('draws %j', (counts, bars) => expect(seatsOf({ ...sessions, ...counts })).toEqual(bars));
