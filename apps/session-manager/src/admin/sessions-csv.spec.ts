import { parse } from 'papaparse';
import type { AdminSessionRowDto } from './admin.dto';
import { sessionsCsv } from './sessions-csv';

const row = (change: Partial<AdminSessionRowDto>): AdminSessionRowDto => ({
  session_id: 'ann-a24fd782',
  user_id: 'ann',
  status: 'active',
  created_at: '2026-11-25T10:00:00.000Z',
  expires_at: '2026-11-26T10:00:00.000Z',
  containers: { frontend: 'running', backend: 'exited' },
  progress: { step: 'done', percent: 100, message: '' },
  error: null,
  warm: true,
  ...change,
});
const HEADER = 'session_id,user_id,status,created_at,expires_at,frontend,backend,warm,error';

it('writes one line a session under the names of the columns', () => {
  expect(sessionsCsv([row({})])).toBe(
    `${HEADER}\r\nann-a24fd782,ann,active,2026-11-25T10:00:00.000Z,2026-11-26T10:00:00.000Z,running,exited,true,\r\n`,
  );
});

it('has only the names of the columns without sessions', () => {
  expect(sessionsCsv([])).toBe(`${HEADER}\r\n`);
});

it('leaves a container that does not exist empty', () => {
  expect(sessionsCsv([row({ containers: {} })])).toContain(',,,true,');
});

it.each(['=HYPERLINK("http://evil.example")', '+1', '-1', '@SUM(A1)', '\t=1'])('lets %j be no formula', (user) => {
  const { data } = parse<{ user_id: string }>(sessionsCsv([row({ user_id: user })]), { header: true });
  expect(data[0]?.user_id).toBe(`'${user}`);
});

it.each(['O"Neill, Ann', 'two\r\nlines'])('keeps %j in one field', (user) => {
  const { data } = parse<{ user_id: string }>(sessionsCsv([row({ user_id: user })]), { header: true });
  expect(data[0]?.user_id).toBe(user);
});
