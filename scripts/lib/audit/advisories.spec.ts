import { readAudit } from './advisories.mjs';

const advisory = (name: string, url = 'https://x/GHSA-1') => ({ source: 1, name, title: 'Bad', url, severity: 'high' });
const report = (vulnerabilities: object) => JSON.stringify({ auditReportVersion: 2, vulnerabilities });

it('reads each advisory once, with what mends it, and not what only depends on a package that has one', () => {
  const text = report({
    a: { via: [advisory('a'), advisory('a', 'https://x/GHSA-2')], fixAvailable: true },
    b: { via: ['a'], fixAvailable: true },
    c: { via: [advisory('c')], fixAvailable: { name: 'd', version: '2.0.0', isSemVerMajor: true } },
    e: { via: [advisory('c'), advisory('e')], fixAvailable: false },
  });
  expect(readAudit(text).findings?.map(({ name, url, fix }) => [name, url, fix])).toEqual([
    ['a', 'https://x/GHSA-1', 'npm update'],
    ['a', 'https://x/GHSA-2', 'npm update'],
    ['c', 'https://x/GHSA-1', 'no fix yet'],
    ['e', 'https://x/GHSA-1', 'no fix yet'],
  ]);
});

it.each([404, 405, 501])('knows a registry without advisories by the status %d', (statusCode) =>
  expect(readAudit(JSON.stringify({ message: 'No', statusCode }))).toEqual({ absent: 'No' }),
);

it.each([
  '',
  '<html>',
  'null',
  '{}',
  '[]',
  '"x"',
  '{"auditReportVersion":1,"vulnerabilities":{}}',
  '{"auditReportVersion":2}',
])('takes %j for no audit', (text) =>
  expect(readAudit(text)).toEqual({ failure: expect.stringMatching(/^npm audit printed/) }),
);

it.each([400, 401, 403, 429, 500, 502, 503])('takes an answer of status %d for no audit', (statusCode) =>
  expect(readAudit(JSON.stringify({ message: 'No', statusCode }))).toEqual({ failure: 'No' }),
);
