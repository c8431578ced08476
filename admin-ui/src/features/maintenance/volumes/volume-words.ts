import { bytes, many } from '../../../shared/format';
import { duration } from '../../../shared/time';
import type { PurgeResult, RetainedVolume } from './use-volumes';

const sizeOf = (volumes: readonly RetainedVolume[]): number =>
  volumes.reduce((sum, { size_bytes: size }) => sum + (size ?? 0), 0);

/** `3 volumes, 4.2 MB`; the size is left out where no volume tells it. */
export const volumesWords = (volumes: readonly RetainedVolume[]): string => {
  const size = sizeOf(volumes);
  return size > 0 ? `${many(volumes.length, 'volume')}, ${bytes(size)}` : many(volumes.length, 'volume');
};

/** When a volume is removed by itself. */
export const removalWords = ({ purge_at: at }: RetainedVolume, now: number): string => {
  if (at === null) return 'nobody remembers';
  const left = Date.parse(at) - now;
  return left <= 0 ? 'any moment now' : `in ${duration(left)}`;
};

export const retentionWords = (hours: number): string =>
  hours === 0
    ? 'Volumes are removed together with their sessions. VOLUME_RETENTION_HOURS keeps them for a while.'
    : `When a session ends, its volume is kept for ${many(hours, 'hour')} (VOLUME_RETENTION_HOURS) and then removed by itself.`;

export const purgedWords = ({ purged, failures }: PurgeResult): string =>
  failures.length === 0
    ? `${many(purged.length, 'volume')} removed.`
    : `${many(purged.length, 'volume')} removed, ${failures.length} not.`;
