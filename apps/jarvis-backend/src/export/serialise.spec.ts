import type { GeneratedEvent } from '../events/product';
import { serialise, type Format } from './serialise';

const event = (more: Partial<GeneratedEvent>): GeneratedEvent => ({
  time: new Date('2026-11-26T08:00:00.123Z'),
  product_id: 'p',
  event_id: 'e',
  event_name: 'Seen',
  malicious: false,
  mitre: [],
  severity: 6,
  raw: 'a line',
  syslog: '<134>a line',
  fields: { user: 'ada' },
  hec: { host: 'h', source: 's', sourcetype: 't', event: 'a line' },
  ...more,
});
async function* these(): AsyncGenerator<GeneratedEvent> {
  yield event({});
  yield event({ raw: 'say "hi", Ada', malicious: true, mitre: ['T1059.001', 'T1027'], phase: 'impact' });
}
const written = async (format: Format): Promise<string> => {
  let text = '';
  for await (const part of serialise(these(), format)) text += part;
  return text;
};

it('writes lines as the products do', async () => expect(await written('raw')).toBe('a line\nsay "hi", Ada\n'));

it('writes JSON lines', async () => {
  const lines = (await written('jsonl')).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
    expect.objectContaining({ time: '2026-11-26T08:00:00.123Z', phase: null, raw: 'a line', fields: { user: 'ada' } }),
    expect.objectContaining({ malicious: true, phase: 'impact', mitre: ['T1059.001', 'T1027'] }),
  ]);
});

it('writes CSV with quotes where they are needed', async () =>
  expect((await written('csv')).split('\r\n')).toEqual([
    'time,product_id,event_id,event_name,phase,malicious,severity,mitre,raw',
    '2026-11-26T08:00:00.123Z,p,e,Seen,,false,6,,a line',
    '2026-11-26T08:00:00.123Z,p,e,Seen,impact,true,6,T1059.001 T1027,"say ""hi"", Ada"',
    '',
  ]));
