/** What is wrong with one variable. */
export interface Problem {
  readonly variable: string;
  /** What it holds; absent for secrets. */
  readonly got?: string;
  readonly wants: string;
}

/** The environment cannot be used. The message names each variable, what it got and what it wants. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly problems: readonly Problem[]) {
    super(
      [
        'The configuration cannot be used:',
        ...problems.map(({ variable, got, wants }) =>
          got === undefined ? `  ${variable}: wants ${wants}` : `  ${variable}: got "${got}", wants ${wants}`,
        ),
      ].join('\n'),
    );
  }
}
