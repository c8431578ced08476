import { gzipSync } from 'node:zlib';
import { randomBytes } from 'node:crypto';
import { tooHeavy, weigh } from './bundle-size.mjs';

const gzipped = (content: string | Buffer): number => gzipSync(content, { level: 9 }).length;

it('weighs scripts as they travel, the heaviest first, the charts apart and nothing else', () => {
  const [small, large, charts] = [randomBytes(300), randomBytes(3_000), randomBytes(9_000)];
  const weight = weigh({
    'index-a1.js': small,
    'page-b2.js': large,
    'chart-canvas-c3.js': charts,
    'chart-canvas-c3.css': charts,
    'page-b2.js.map': charts,
  });
  expect(weight).toEqual({
    total: gzipped(small) + gzipped(large),
    charts: gzipped(charts),
    scripts: [
      { name: 'page-b2.js', bytes: gzipped(large) },
      { name: 'index-a1.js', bytes: gzipped(small) },
    ],
  });
});

it.each([
  ['exactly the limit', 1_000, undefined],
  ['a byte more', 999, /1\.0 kB .* 0\.0 kB more than they may \(1\.0 kB\)[^]*index-a1\.js/],
  ['far more', 100, /0\.9 kB more than they may \(0\.1 kB\)/],
])('says so when scripts weigh more than they may: %s', (_, limit, message) => {
  const said = tooHeavy({ total: 1_000, charts: 0, scripts: [{ name: 'index-a1.js', bytes: 1_000 }] }, limit);
  if (message) expect(said).toMatch(message);
  else expect(said).toBeUndefined();
});

it('takes no scripts at all for a broken build', () => expect(tooHeavy(weigh({}))).toMatch(/holds no scripts/));
