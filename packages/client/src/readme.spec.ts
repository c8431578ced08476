import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const read = (path: string) => readFileSync(resolve('packages/client', path), 'utf8');

it('shows the example that the type check reads', () => {
  expect(read('README.md')).toContain(`\`\`\`ts\n${read('example/launch-and-extend.ts')}\`\`\``);
});
