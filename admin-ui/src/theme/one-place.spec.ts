import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const SOURCE = resolve(__dirname, '..');

/** The classes that a stylesheet styles by themselves, outside of media queries: `.pair`, not `.dashboard > .pair`. */
const classesOf = (css: string): string[] => {
  const flat = css.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/@[^{;]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
  const selectors = [...flat.matchAll(/([^{}]+)\{/g)].flatMap(([, list = '']) => list.split(','));
  return selectors.map((selector) => selector.trim()).filter((selector) => /^\.[\w-]+$/.test(selector));
};

it('finds the classes of a stylesheet', () => {
  const css =
    '/* .no { */ .a, .b > p, .c { x: y } @media (w) { .d { x: y } .e { x: y } } .f:hover { x: y } .g { x: y }';
  expect(classesOf(css)).toEqual(['.a', '.c', '.g']);
});

// A page's stylesheet is loaded soon after any page, and stays: a name that two of them use means both at once.
it('styles each class in one stylesheet', () => {
  const places = new Map<string, Set<string>>();
  for (const file of globSync('**/*.css', { cwd: SOURCE })) {
    for (const name of classesOf(readFileSync(resolve(SOURCE, file), 'utf8'))) {
      places.set(name, new Set([...(places.get(name) ?? []), file]));
    }
  }
  expect(places.size).toBeGreaterThan(100);
  expect([...places].filter(([, files]) => files.size > 1).map(([name, files]) => [name, ...files])).toEqual([]);
});
