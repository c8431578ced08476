import type { components } from '@jarvis/client';

export type Warning = components['schemas']['WarningDto'];

/** What is wrong, without what to do: the message ends with that. */
export const problemOf = ({ message, action }: Pick<Warning, 'message' | 'action'>): string =>
  message.endsWith(action) ? message.slice(0, message.length - action.length).trim() : message;

/** Those that stand on every page. */
export const criticalOf = (warnings: readonly Warning[]): Warning[] =>
  warnings.filter(({ severity }) => severity === 'critical');

/** The others, what matters most first. */
export const otherThanCritical = (warnings: readonly Warning[]): Warning[] => [
  ...warnings.filter(({ severity }) => severity === 'warning'),
  ...warnings.filter(({ severity }) => severity === 'info'),
];
