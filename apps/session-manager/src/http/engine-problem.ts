import { EngineUnavailableError } from '@app/orchestrator';
import { ActionableError, type ProblemTemplate } from './http-problem';

/** The container engine is away; what needs it has to wait. */
export class EngineAwayError extends ActionableError {
  static readonly template: ProblemTemplate = {
    status: 503,
    code: 'engine_unavailable',
    title: 'The container engine is away',
  };
  static readonly example = (): EngineAwayError => new EngineAwayError();
  readonly template = EngineAwayError.template;
  override readonly retryAfter = 10;
  constructor(options?: ErrorOptions) {
    super('The platform cannot reach its container engine at the moment. Try again in a few seconds.', options);
  }
}

export const engineProblem = (error: unknown): EngineAwayError | undefined =>
  error instanceof EngineUnavailableError ? new EngineAwayError({ cause: error }) : undefined;
