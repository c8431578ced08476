import { piecesOf } from './marks';

it.each([
  { line: '', fields: {}, pieces: [] },
  { line: 'nothing', fields: { a: 'x', b: 'gone' }, pieces: [{ text: 'nothing' }] },
  {
    line: 'src=10.0.0.1 port=4431 10.0.0.1',
    fields: { port: 4431, ip: '10.0.0.1', other: '10.0.0.1', part: '443' },
    pieces: [
      { text: 'src=' },
      { text: '10.0.0.1', field: 'ip' },
      { text: ' port=' },
      { text: '4431', field: 'port' },
      { text: ' ' },
      { text: '10.0.0.1', field: 'other' },
    ],
  },
  {
    line: 'built TCP from 10.0.0.1',
    fields: { message: 'built TCP from 10.0.0.1', protocol: 'TCP', ip: '10.0.0.1' },
    pieces: [
      { text: 'built ' },
      { text: 'TCP', field: 'protocol' },
      { text: ' from ' },
      { text: '10.0.0.1', field: 'ip' },
    ],
  },
])('cuts $line', ({ line, fields, pieces }) =>
  expect(piecesOf(line, fields as Record<string, string | number>)).toEqual(pieces),
);
