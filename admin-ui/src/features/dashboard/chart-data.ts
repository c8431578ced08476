import type { components } from '@jarvis/client';
import type { ChartProps } from '../../shared/chart/series';
import type { Series } from '../../shared/chart/series';

type LaunchHistory = components['schemas']['LaunchHistoryDto'];
type PlatformHistory = components['schemas']['PlatformHistoryDto'];

/** What the host has, for the scales; it is known once the host was read. */
export interface Host {
  readonly cpus: number;
  readonly memory_bytes: number;
}

export interface ChartData extends Pick<ChartProps, 'title' | 'at' | 'series' | 'top'> {
  readonly format: 'count' | 'percent' | 'bytes' | 'took';
}

const everyWords = (seconds: number): string =>
  seconds === 60 ? 'a minute' : seconds % 60 === 0 ? `each ${seconds / 60} minutes` : `each ${seconds} seconds`;

export const launchCharts = ({ buckets, bucket_seconds: seconds }: LaunchHistory): ChartData[] => {
  const at = buckets.map((bucket) => Date.parse(bucket.at));
  const series = (
    label: string,
    shape: Series['shape'],
    colour: Series['colour'],
    values: Series['values'],
  ): Series => ({
    label,
    shape,
    colour,
    values,
  });
  return [
    {
      title: `Launches ${everyWords(seconds)}`,
      at,
      top: 4,
      format: 'count',
      series: [
        series(
          'launches',
          'bars',
          'accent',
          buckets.map(({ count }) => count),
        ),
        series(
          'of them failed',
          'bars',
          'bad',
          buckets.map(({ failed }) => failed),
        ),
      ],
    },
    {
      title: 'Time until an instance is ready',
      at,
      top: 500,
      format: 'took',
      series: [
        series(
          'half of them within',
          'line',
          'ink',
          buckets.map(({ p50_ms }) => p50_ms),
        ),
        series(
          '95 % within',
          'dashes',
          'accent',
          buckets.map(({ p95_ms }) => p95_ms),
        ),
      ],
    },
  ];
};

/** The instances' share of all processors; of one where it is not known how many there are. */
const shareOf = (cpuPercent: number | null, host: Host | null): number | null =>
  cpuPercent === null ? null : cpuPercent / (host?.cpus ?? 1);

export const platformCharts = ({ samples }: PlatformHistory, host: Host | null): ChartData[] => {
  const at = samples.map((sample) => Date.parse(sample.at));
  return [
    {
      title: 'Sessions',
      at,
      top: 4,
      format: 'count',
      series: [
        { label: 'sessions', shape: 'line', colour: 'ink', values: samples.map(({ sessions }) => sessions) },
        { label: 'warm instances', shape: 'dashes', colour: 'accent', values: samples.map(({ warm }) => warm) },
        { label: 'in line', shape: 'line', colour: 'bad', values: samples.map(({ waiting }) => waiting) },
      ],
    },
    {
      title: 'Processor',
      at,
      top: 100,
      format: 'percent',
      series: [
        { label: 'host', shape: 'line', colour: 'ink', values: samples.map((sample) => sample.host_cpu_percent) },
        {
          label: 'instances',
          shape: 'dashes',
          colour: 'accent',
          values: samples.map((sample) => shareOf(sample.instances_cpu_percent, host)),
        },
      ],
    },
    {
      title: 'Memory',
      at,
      top: host?.memory_bytes ?? 1_000_000_000,
      format: 'bytes',
      series: [
        { label: 'host', shape: 'line', colour: 'ink', values: samples.map((sample) => sample.host_memory_bytes) },
        {
          label: 'instances',
          shape: 'dashes',
          colour: 'accent',
          values: samples.map((sample) => sample.instances_memory_bytes),
        },
      ],
    },
  ];
};
