import { loadPart } from './load-part';

const failing = (times: number) => {
  let tries = 0;
  return async () => {
    tries += 1;
    if (tries <= times) throw new Error(`Try ${tries} broke`);
    return `try ${tries}`;
  };
};

it.each([0, 1, 2])('loads a part after %i broken tries', (times) =>
  expect(loadPart(failing(times), [1, 1])).resolves.toBe(`try ${times + 1}`),
);

it('tells of the last try where none works', () => expect(loadPart(failing(9), [1, 1])).rejects.toThrow('Try 3 broke'));
