import { ApiProblem, Unreachable } from '@jarvis/client';
import { loginWords } from './login-words';

const problem = (status: number, detail = 'No.') => new ApiProblem(status, 'code', detail, [], null);

it.each([
  [problem(401), 0, 'Wrong username or password.'],
  [problem(429), 7, 'Too many wrong attempts. Wait 7 s, then try again.'],
  [problem(429), 0, 'Too many wrong attempts. You may try again now.'],
  [problem(503, 'Redis does not answer.'), 0, 'Redis does not answer.'],
  [new Unreachable(), 0, 'The server cannot be reached. Check the connection and try again.'],
])('says what to do after %p', (error, secondsLeft, words) => expect(loginWords(error, secondsLeft)).toBe(words));
