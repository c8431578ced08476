import { exceptionFaults, isExcepted } from './exceptions.mjs';

const EXCEPTION = { advisory: 'GHSA-aaaa-bbbb-cccc', package: 'a', reason: 'Not reached', expires: '2026-12-31' };
const FINDING = { name: 'a', url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc' };

it.each([
  [{}, []],
  [{ expires: '2026-11-26' }, []],
  [{ expires: '2026-11-25' }, ['expired on 2026-11-25']],
  [{ expires: '2026-02-31' }, ['expires on no day: 2026-02-31']],
  [{ expires: '2027' }, ['expires on no day: 2027']],
  [{ expires: '31.12.2026' }, ['expires on no day']],
  [{ reason: ' ' }, ['without reason']],
  [{ package: undefined, advisory: 7 }, ['without advisory, package']],
])('judges an exception with %j', (parts, faults) =>
  expect(exceptionFaults([{ ...EXCEPTION, ...parts }], '2026-11-26')).toEqual(
    faults.map((text) => expect.stringContaining(text)),
  ),
);

it('excepts the one advisory for the one package', () => {
  expect(isExcepted(FINDING, [EXCEPTION])).toBe(true);
  expect(isExcepted({ ...FINDING, name: 'b' }, [EXCEPTION])).toBe(false);
  expect(isExcepted({ ...FINDING, url: `${FINDING.url}x` }, [EXCEPTION])).toBe(false);
  expect(isExcepted(FINDING, [])).toBe(false);
});
