import { round } from './cpu-times';
import type { PlatformSampleDto } from './history.dto';

/** So few samples that a page can draw them: each stands for some that follow each other, with the mean of their CPU figures. */
export function thinned(samples: readonly PlatformSampleDto[], most: number): PlatformSampleDto[] {
  const size = Math.ceil(samples.length / most);
  if (size <= 1) return [...samples];
  return Array.from({ length: Math.ceil(samples.length / size) }, (_, i) => {
    const group = samples.slice(i * size, (i + 1) * size);
    return {
      ...group.at(-1)!,
      host_cpu_percent: mean(group.map(({ host_cpu_percent }) => host_cpu_percent)),
      instances_cpu_percent: mean(group.map(({ instances_cpu_percent }) => instances_cpu_percent)),
    };
  });
}

/** Of what is known. */
function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : round(known.reduce((sum, value) => sum + value, 0) / known.length);
}
