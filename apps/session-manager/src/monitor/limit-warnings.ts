import type { WarningDto } from '../health/health.dto';
import { warning } from '../health/warning';

/** How close the platform is to what it may and can take. Bytes where nothing else is said. */
export interface Limits {
  readonly isEngineUp: boolean;
  readonly isPoolFailing: boolean;
  /** `used` with the places that are reserved. */
  readonly sessions: { readonly used: number; readonly max: number };
  readonly ports: { readonly used: number; readonly total: number };
  /** Absent where nothing tells. */
  readonly memory?: { readonly used: number; readonly total: number };
  readonly disk?: { readonly used: number; readonly total: number };
}

const NEAR = 0.9;
const GB = 1e9;
const DISK_LOW = 2 * GB;
const DISK_CRITICAL = 0.5 * GB;
const MEMORY_CRITICAL = 0.95;

/** What organisers should do before a limit is met, or because it is. */
export const limitWarnings = (limits: Limits): WarningDto[] =>
  [
    engineAway(limits),
    poolFailing(limits),
    sessionsNearCap(limits),
    portsLow(limits),
    diskLow(limits),
    memoryLow(limits),
  ].filter((found) => found !== undefined);

type Found = WarningDto | undefined;

const engineAway = ({ isEngineUp }: Limits): Found =>
  isEngineUp
    ? undefined
    : warning(
        'engine_away',
        'critical',
        'The container engine does not answer, so nothing can be started.',
        'Look after the engine; running instances are not touched, and the platform finds back by itself.',
      );

const poolFailing = ({ isPoolFailing, isEngineUp }: Limits): Found =>
  isPoolFailing && isEngineUp
    ? warning(
        'pool_failing',
        'warning',
        'Warm instances do not start.',
        'Read the error of the warm pool, mend it, then set the target again to try at once.',
      )
    : undefined;

function sessionsNearCap({ sessions: { used, max } }: Limits): Found {
  if (used < NEAR * max) return undefined;
  const severity = used >= max ? 'critical' : 'warning';
  return warning(
    'sessions_near_cap',
    severity,
    `${used} of ${max} sessions are taken.`,
    'Raise the cap if this host can carry more, or end sessions that nobody needs.',
  );
}

function portsLow({ ports: { used, total } }: Limits): Found {
  if (used < NEAR * total) return undefined;
  const severity = total - used < 2 ? 'critical' : 'warning';
  return warning(
    'ports_low',
    severity,
    `${used} of ${total} ports are leased.`,
    'Widen PORT_RANGE_START to PORT_RANGE_END and restart the session manager.',
  );
}

function diskLow({ disk }: Limits): Found {
  if (disk === undefined) return undefined;
  const free = disk.total - disk.used;
  if (free >= DISK_LOW && free >= (1 - NEAR) * disk.total) return undefined;
  return warning(
    'disk_low',
    free < DISK_CRITICAL ? 'critical' : 'warning',
    `The disk of the instances has ${(free / GB).toFixed(1)} GB left.`,
    'Purge kept volumes or unused images, or add disk.',
  );
}

function memoryLow({ memory }: Limits): Found {
  if (memory === undefined || memory.used <= NEAR * memory.total) return undefined;
  const free = (memory.total - memory.used) / GB;
  return warning(
    'memory_low',
    memory.used > MEMORY_CRITICAL * memory.total ? 'critical' : 'warning',
    `The host has ${free.toFixed(1)} GB of memory left.`,
    'Lower the cap or the warm pool, or end sessions that nobody needs.',
  );
}
