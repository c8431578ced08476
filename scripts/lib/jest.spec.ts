import { countsOf } from './jest.mjs';

it('counts a suite that could not run as a failure, and a todo as skipped', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    numRuntimeErrorTestSuites: 3,
  };
  expect(countsOf(report)).toEqual({ passed: 5, failed: 4, skipped: 3 });
});
