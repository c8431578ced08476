import type { Dashboard } from '../../live/events';
import { bytes, count, many, percent, took } from '../../shared/format';
import { duration } from '../../shared/time';

/** What the cap is taken by, and what is free of it. */
export const seatWords = ({ sessions, pool }: Pick<Dashboard, 'sessions' | 'pool'>): string => {
  const { active, creating, stopping, reserved, max } = sessions;
  const warm = pool.ready + pool.starting;
  const free = Math.max(0, max - active - creating - stopping - reserved - warm);
  return [
    ...(creating > 0 ? [`${count(creating)} starting`] : []),
    ...(stopping > 0 ? [`${count(stopping)} ending`] : []),
    ...(reserved > 0 ? [`${count(reserved)} reserved`] : []),
    ...(warm > 0 ? [`${count(warm)} warm`] : []),
    `${count(free)} free`,
  ].join(', ');
};

export const poolWords = ({ target, starting, retiring, failing }: Dashboard['pool']): string => {
  if (failing) return 'the last start failed';
  if (target === 0) return 'none are kept ready';
  return [`${count(starting)} starting`, ...(retiring > 0 ? [`${count(retiring)} being removed`] : [])].join(', ');
};

export const lineWords = ({
  length,
  max_length: most,
  estimated_wait_seconds: seconds,
}: Dashboard['waiting']): string => {
  if (most === 0) return 'the waiting room is closed';
  if (length === 0) return 'nobody waits';
  return seconds === null ? 'no estimate yet' : `${duration(seconds * 1000)} at its end`;
};

export const launchWords = ({ failed, p50_ms: half, p95_ms: most }: Dashboard['launches']): string => {
  const speed = half === null || most === null ? [] : [`half within ${took(half)}, 95 % within ${took(most)}`];
  return [...speed, failed === 0 ? 'none failed' : `${count(failed)} failed`].join('; ');
};

/** What all instances take together, and what one of them does. */
export const instancesWords = (usage: Dashboard['instances']): string => {
  if (usage === null) return 'There are no figures of the instances yet.';
  const { instances, cpu_percent: cpu, memory_bytes: memory } = usage;
  if (instances === 0) return 'No instance runs.';
  const load = cpu === null ? '' : ` and ${percent(cpu)} of one processor`;
  const each = instances > 1 ? `, ${bytes(memory / instances)} each` : '';
  return `${many(instances, 'instance takes', 'instances take')} ${bytes(memory)} of memory${each}${load}.`;
};
