import { createRandom } from './random';

const draw = (seed: string): number[] => {
  const random = createRandom(seed);
  return Array.from({ length: 50 }, () => random.next());
};

describe('createRandom', () => {
  it('draws the same values from the same seed', () => {
    expect(draw('ada')).toEqual(draw('ada'));
    expect(draw('ada')).not.toEqual(draw('bob'));
  });

  it('spreads evenly over the range and reaches both ends', () => {
    const random = createRandom('spread');
    const counts = new Map<number, number>();
    for (let index = 0; index < 6000; index += 1) {
      const value = random.int(1, 6);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    expect([...counts.keys()].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(Math.min(...counts.values())).toBeGreaterThan(850);
  });

  it('differs between neighbouring seeds', () => {
    const first = Array.from({ length: 200 }, (_, index) => createRandom(`s:${index}`).int(0, 1e9));
    expect(new Set(first).size).toBe(200);
  });
});
