import { syslogLine, type SyslogHeader } from './syslog';

const time = new Date('2026-11-03T04:05:06.007Z');
const base = { facility: 16, severity: 5, host: 'fw-01' } as const;

it.each<{ header: SyslogHeader; line: string }>([
  { header: { ...base, header: 'rfc3164' }, line: '<133>Nov  3 04:05:06 fw-01 hello' },
  { header: { ...base, header: 'rfc3164', app: 'sshd' }, line: '<133>Nov  3 04:05:06 fw-01 sshd: hello' },
  {
    header: { ...base, header: 'rfc5424', app: 'okta log', msgid: 'm1' },
    line: '<133>1 2026-11-03T04:05:06.007Z fw-01 oktalog - m1 - hello',
  },
  { header: { ...base, header: 'rfc5424' }, line: '<133>1 2026-11-03T04:05:06.007Z fw-01 - - - - hello' },
  {
    header: { ...base, header: 'rfc3164', app: 'sshd', procid: '42' },
    line: '<133>Nov  3 04:05:06 fw-01 sshd[42]: hello',
  },
  {
    header: { ...base, header: 'rfc3164', time: 'Nov 03 2026 04:05:06' },
    line: '<133>Nov 03 2026 04:05:06 fw-01 hello',
  },
  {
    header: {
      ...base,
      header: 'rfc5424',
      procid: '7',
      structured_data: { 'id@32473': { a: 'x "y" \\ ]', b: '' }, 'empty@32473': {} },
    },
    line: '<133>1 2026-11-03T04:05:06.007Z fw-01 - 7 - [id@32473 a="x \\"y\\" \\\\ \\]" b=""][empty@32473] hello',
  },
  { header: { ...base, header: 'pri', facility: 23, severity: 7 }, line: '<191>hello' },
])('writes $line', ({ header, line }) => expect(syslogLine(header, time, 'hello')).toBe(line));
