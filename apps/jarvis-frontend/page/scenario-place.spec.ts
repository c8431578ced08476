import { copyName, editorHash, editorPlace } from './scenario-place';

it.each([
  ['new', { kind: 'new' }],
  ['import', { kind: 'import' }],
  ['copy=mfa_fatigue', { kind: 'copy', id: 'mfa_fatigue' }],
  ['edit=custom-a', { kind: 'edit', id: 'custom-a' }],
])('writes on ?%s, and is found there again', (query, place) => {
  const found = editorPlace(new URLSearchParams(query));
  expect(found).toEqual(place);
  expect(editorHash(found!)).toBe(`#/scenarios?${query}`);
});

it('shows the list without a word about it', () => {
  expect(editorPlace(new URLSearchParams('scenario=x'))).toBeUndefined();
});

it.each([
  ['Scan', [], 'Copy of Scan'],
  ['Scan', ['copy of scan'], 'Copy of Scan 2'],
  ['Scan', ['Copy of Scan', 'Copy of Scan 2'], 'Copy of Scan 3'],
])('names a copy of %s beside %j %s', (name, taken, copy) => expect(copyName(name, taken)).toBe(copy));

it('keeps the name of a copy as short as the API wants it', () => {
  const taken = [copyName('x'.repeat(200), [])];
  expect(copyName('x'.repeat(200), taken).length).toBeLessThanOrEqual(200);
});
