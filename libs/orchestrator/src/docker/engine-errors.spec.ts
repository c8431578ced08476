import { EngineError, EngineUnavailableError, ImageMissingError, PortConflictError } from '../errors';
import { engineError, refused } from './engine-errors';

/** As dockerode rejects. */
const answer = (statusCode: number, message: string) =>
  Object.assign(new Error(`(HTTP code ${statusCode}) unexpected - ${message} `), { statusCode, json: { message } });
const failure = (code: string) => Object.assign(new Error(code), { code });

it.each([
  failure('ECONNREFUSED'),
  failure('ENOENT'),
  failure('EACCES'),
  failure('ECONNRESET'),
  new Error('socket hang up'),
  new DOMException('No answer within 30000 ms', 'TimeoutError'),
])('takes %p for an engine that is away', (cause) => {
  expect(engineError(cause)).toEqual(new EngineUnavailableError());
  expect(engineError(cause)).toHaveProperty('cause', cause);
});

it.each([
  'driver failed programming external connectivity on endpoint jarvis-a (0f1e): Bind for 127.0.0.1:10042 failed: port is already allocated',
  'driver failed programming external connectivity on endpoint jarvis-a (0f1e): Error starting userland proxy: listen tcp4 127.0.0.1:10042: bind: address already in use',
  'driver failed programming external connectivity on endpoint jarvis-a (0f1e): Error starting userland proxy: listen tcp6 [::1]:10042: bind: address already in use',
  'failed to set up container networking: driver failed programming external connectivity: failed to bind host port for 127.0.0.1:10042:172.18.0.2:8000/tcp: address already in use',
  'failed to bind host port 0.0.0.0:10042/tcp: address already in use',
])('finds the held port in: %s', (message) => {
  expect(engineError(answer(500, message))).toEqual(new PortConflictError(10_042));
  expect(engineError(answer(500, message))).toMatchObject({ port: 10_042 });
});

it('names a missing image', () => {
  const error = engineError(answer(404, 'No such image: jarvis-frontend:prod'));
  expect(error).toBeInstanceOf(ImageMissingError);
  expect(error).toMatchObject({ image: 'jarvis-frontend:prod' });
});

it.each([
  [404, 'No such container: abc'],
  [409, 'You have to remove (or rename) that container to be able to reuse that name.'],
  [403, 'Pool overlaps with other one on this address space'],
  [500, 'address already in use, says a message without a port'],
])('keeps status %i and the words of the engine', (status, message) => {
  const error = engineError(answer(status, message));
  expect(error).toBeInstanceOf(EngineError);
  expect(error).toMatchObject({ status, message });
  expect(refused(error, status)).toBe(true);
  expect(refused(error, status, /nothing like it/)).toBe(false);
  expect(refused(error, 418)).toBe(false);
});

it('leaves what did not come from the engine as it is', () => {
  const bug = new TypeError('x is not a function');
  expect(engineError(bug)).toBe(bug);
});
