import 'reflect-metadata';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { PlatformFullError, PortsTakenError, SessionNotFoundError } from '../sessions/sessions.errors';
import { ApiProblems } from './api-problems';
import { RedisUnavailableError } from './http.errors';

class UntoldError {
  static readonly template = { status: 503, code: 'untold', title: 'Nobody knows' };
}

@ApiProblems(RedisUnavailableError)
@Controller()
class Endpoints {
  @Get('one')
  @ApiProblems(PlatformFullError)
  @ApiProblems(PortsTakenError, SessionNotFoundError)
  one(): void {}

  @Get('two')
  @ApiOkResponse({ description: 'It worked' })
  @ApiProblems(UntoldError)
  two(): void {}
}

interface Documented {
  readonly description: string;
  readonly headers: Record<string, { required: boolean }>;
  readonly content: Record<string, { examples: Record<string, { value: object }> }>;
}
const answersOf = (method: 'one' | 'two') =>
  Reflect.getMetadata('swagger/apiResponse', Object(Endpoints.prototype[method])) as Record<number, Documented>;
const examplesOf = (answer?: Documented) => answer?.content['application/problem+json']?.examples ?? {};

it('adds up the problems of an endpoint and of its class', () => {
  expect(Object.keys(examplesOf(answersOf('one')[503])).toSorted()).toEqual([
    'full',
    'ports_exhausted',
    'redis_unavailable',
  ]);
  expect(Object.keys(examplesOf(answersOf('one')[404]))).toEqual(['not_found']);
});

it('names each problem once in the description of its status', () => {
  expect(answersOf('one')[503]?.description.split('; ').toSorted()).toEqual([
    'No address is free (`ports_exhausted`)',
    'The platform cannot reach its memory (`redis_unavailable`)',
    'The platform is full (`full`)',
  ]);
  expect(answersOf('one')[404]?.description).toBe('No such session (`not_found`)');
});

it('leaves what others say of a status', () => {
  expect(answersOf('two')[200]?.description).toBe('It worked');
});

it('shows each problem as a caller gets it', () => {
  expect(examplesOf(answersOf('one')[503])['full']?.value).toMatchObject({
    status: 503,
    code: 'full',
    detail: new PlatformFullError(150).message,
  });
});

it('promises Retry-After only where all problems of a status have it', () => {
  expect(answersOf('one')[503]?.headers['Retry-After']?.required).toBe(true);
  expect(answersOf('two')[503]?.headers['Retry-After']?.required).toBe(false);
  expect(answersOf('one')[404]?.headers).toEqual({});
});
