import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (path: string) => readFileSync(join(__dirname, '../..', path), 'utf8');
const unindented = (text: string) => text.replaceAll(/^ +/gm, '');

it('stands in the landing page, which has no build, as it is', () =>
  expect(unindented(read('landing/index.html'))).toContain(
    `<script>\n${unindented(read('scripts/lib/page-guard.js'))}</script>`,
  ));
