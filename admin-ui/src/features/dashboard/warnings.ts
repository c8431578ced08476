/** What organisers should put right. */
export interface Warning {
  readonly code: string;
  readonly message: string;
  readonly severity?: 'critical' | 'warning' | 'info';
  readonly action?: string | null;
}

export const criticalOf = (warnings: readonly Warning[]): Warning[] =>
  warnings.filter(({ severity }) => severity === 'critical');

/** Critical ones stand on every page already. */
export const otherThanCritical = (warnings: readonly Warning[]): Warning[] =>
  warnings.filter(({ severity }) => severity !== 'critical');
