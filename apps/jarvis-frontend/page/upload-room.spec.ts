import { whyNoRoom, whyTooLarge } from './upload-room';
import type { Upload } from './upload-types';

const MB = 1024 * 1024;
const list = (sizes: readonly number[]) => ({
  uploads: sizes.map((size_bytes) => ({ size_bytes }) as Upload),
  limits: { file_bytes: 100 * MB, total_bytes: 500 * MB, files: 3 },
});

it.each([
  { name: 'a.log', size: 100 * MB, told: undefined },
  { name: 'a.log', size: 110 * MB, told: 'It has 110 MB; a file may have 100 MB. Upload it in parts.' },
  { name: 'a.log.GZ', size: 110 * MB, told: undefined },
])('tells of $name with $size bytes: $told', ({ told, ...file }) => expect(whyTooLarge(file, list([]))).toBe(told));

it.each([
  { sizes: [], told: undefined },
  { sizes: [400 * MB, 90 * MB], told: undefined },
  { sizes: [400 * MB, 95 * MB], told: 'It has 10 MB, and only 5 MB are left. Delete a file first.' },
  { sizes: [400 * MB, 101 * MB], told: 'It has 10 MB, and only 0 B are left. Delete a file first.' },
  { sizes: [1, 1, 1], told: 'There are 3 files already, which is the most. Delete one first.' },
])('tells beside $sizes: $told', ({ sizes, told }) =>
  expect(whyNoRoom({ name: 'a.log', size: 10 * MB }, list(sizes))).toBe(told),
);

it('leaves it to the server what a packed file comes to', () =>
  expect(whyNoRoom({ name: 'a.log.gz', size: 10 * MB }, list([499 * MB]))).toBeUndefined());
