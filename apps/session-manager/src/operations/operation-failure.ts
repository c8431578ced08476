import { EngineUnavailableError, InstanceNotFoundError } from '@app/orchestrator';
import { EngineAwayError } from '../http/engine-problem';
import { ActionableError } from '../http/http-problem';
import { SessionGoneError, SessionNotFoundError } from '../sessions/sessions.errors';

/** What a failure is called by programs and told to organisers. */
export interface FailureWords {
  readonly code: string;
  readonly message: string;
}

const known = (error: ActionableError, message = error.message): FailureWords => ({
  code: error.template.code,
  message,
});

/** Why it did not work for one session; `undefined` where nobody expected it. */
export function failureWords(error: unknown): FailureWords | undefined {
  if (error instanceof SessionNotFoundError) return known(error, 'There is no session of this id.');
  if (error instanceof SessionGoneError) return known(error, `This session has ended: ${error.members.reason}.`);
  if (error instanceof EngineUnavailableError) return known(new EngineAwayError());
  if (error instanceof InstanceNotFoundError) return { code: 'lost', message: 'Its containers are gone.' };
  return error instanceof ActionableError ? known(error) : undefined;
}

export const UNEXPECTED: FailureWords = {
  code: 'internal',
  message: 'It failed in an unexpected way, which is in the log. Try it again.',
};
export const STILL_STOPPING: FailureWords = {
  code: 'stopping',
  message: 'It takes unusually long to end and goes on stopping.',
};
