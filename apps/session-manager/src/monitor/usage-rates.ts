import { SERVICES, type InstanceUsage, type Service } from '@app/orchestrator';
import type { SessionSampleDto } from './history.dto';
import { round } from './cpu-times';

/** What an instance had used by a moment. */
export interface Reading {
  /** ms. */
  readonly at: number;
  readonly usage: InstanceUsage;
}

/** Two readings that follow each other this closely say nothing. */
const SHORTEST_MS = 1_000;

/**
 * What a service took of one processor between two readings; null where they cannot tell: a service that had used more before
 * was started anew since.
 */
export function cpuPercent(before: Reading | undefined, after: Reading, service: Service): number | null {
  const from = before?.usage[service]?.cpuSeconds;
  const to = after.usage[service]?.cpuSeconds;
  if (before === undefined || from === undefined || to === undefined || to < from) return null;
  const ms = after.at - before.at;
  return ms < SHORTEST_MS ? null : round((100 * (to - from)) / (ms / 1_000));
}

export interface InstanceFigures {
  /** Of one processor; null where nothing tells. */
  readonly cpuPercent: number | null;
  readonly memoryBytes: number;
}

/** Both services together. */
export function figuresOf(before: Reading | undefined, after: Reading): InstanceFigures {
  return {
    cpuPercent: total(SERVICES.map((service) => cpuPercent(before, after, service))),
    memoryBytes: SERVICES.reduce((sum, service) => sum + (after.usage[service]?.memoryBytes ?? 0), 0),
  };
}

/** The sum of what is known; null when nothing is. */
export function total(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : round(known.reduce((sum, value) => sum + value, 0));
}

/** The readings as samples, each with its rate since the one before. */
export const samplesOf = (readings: readonly Reading[]): SessionSampleDto[] =>
  readings.map((reading, index) => {
    const sample = (service: Service) => {
      const used = reading.usage[service];
      if (used === undefined) return null;
      return { cpu_percent: cpuPercent(readings[index - 1], reading, service), memory_bytes: used.memoryBytes };
    };
    return { at: new Date(reading.at).toISOString(), frontend: sample('frontend'), backend: sample('backend') };
  });

/** A reading as a stream keeps it: CPU seconds and bytes of the frontend, then of the backend. */
export const packUsage = ({ frontend, backend }: InstanceUsage): string =>
  [frontend, backend]
    .map((used) => (used === undefined ? ',' : `${round3(used.cpuSeconds)},${Math.round(used.memoryBytes)}`))
    .join(',');

export function unpackUsage(text: string): InstanceUsage {
  const [frontendCpu, frontendMemory, backendCpu, backendMemory] = text.split(',');
  return {
    ...(frontendCpu ? { frontend: { cpuSeconds: Number(frontendCpu), memoryBytes: Number(frontendMemory) } } : {}),
    ...(backendCpu ? { backend: { cpuSeconds: Number(backendCpu), memoryBytes: Number(backendMemory) } } : {}),
  };
}

const round3 = (value: number): number => Math.round(1_000 * value) / 1_000;
