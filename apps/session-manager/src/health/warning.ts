import type { Severity, WarningCode, WarningDto } from './health.dto';

/** A warning of what is wrong and what to do, each one sentence. */
export const warning = (code: WarningCode, severity: Severity, what: string, action: string): WarningDto => ({
  code,
  severity,
  message: `${what} ${action}`,
  action,
});
