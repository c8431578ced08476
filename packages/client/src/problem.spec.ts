import { ApiProblem, Unreachable, fieldMessage, messageOf, problemFrom } from './problem.ts';

const response = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, statusText: 'Some words', headers });

it('has what a problem document says', () => {
  const body = {
    code: 'invalid',
    detail: 'Correct user_id and send it again.',
    errors: [{ field: 'user_id', message: 'user_id must be a string' }],
  };
  const problem = problemFrom(response(400, { 'retry-after': '30' }), body);
  expect(problem).toMatchObject({ status: 400, code: 'invalid', message: body.detail, retryAfter: 30 });
  expect(fieldMessage(problem, 'user_id')).toBe('user_id must be a string');
  expect(fieldMessage(problem, 'metadata')).toBeUndefined();
  expect(messageOf(problem)).toBe(body.detail);
});

it.each([
  ['a page of a proxy', 502, '<html>'],
  ['nothing', 504, undefined],
])('takes %s with a 5xx for a server that is away', (_, status, body) => {
  expect(problemFrom(response(status), body)).toBeInstanceOf(Unreachable);
});

it('keeps the status of a refusal that is no problem document', () => {
  const problem = problemFrom(response(404), '<html>');
  expect(problem).toBeInstanceOf(ApiProblem);
  expect(problem).toMatchObject({ status: 404, code: 'unknown', message: 'Some words', retryAfter: null });
});

it('bears members of another kind than a problem document has', () => {
  expect(problemFrom(response(422), { code: 'x', detail: 7, errors: [null, { field: 1 }] })).toMatchObject({
    message: 'HTTP 422',
    errors: [{ field: '', message: '' }],
  });
});
