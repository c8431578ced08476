import type { components } from '@jarvis/client';
import type { Series } from '../../../shared/chart/series';

type Usage = components['schemas']['SessionUsageDto'];
type Sample = Usage['samples'][number];
type Service = 'frontend' | 'backend';

const SERVICES = [
  { service: 'backend', label: 'Backend', colour: 'ink' },
  { service: 'frontend', label: 'Frontend', colour: 'accent' },
] as const;

export interface UsageChart {
  readonly title: string;
  readonly format: 'percent' | 'bytes';
  readonly at: readonly number[];
  readonly series: readonly Series[];
  readonly top: number;
}

const values = (samples: readonly Sample[], service: Service, figure: 'cpu_percent' | 'memory_bytes') =>
  samples.map((sample) => sample[service]?.[figure] ?? null);

const limit = (label: string, bytes: number | null, count: number): Series[] =>
  bytes === null || count === 0
    ? []
    : [
        {
          label: `${label} limit`,
          colour: 'soft',
          shape: 'dashes',
          values: Array.from({ length: count }, () => bytes),
        },
      ];

/** A limit is drawn when what is taken comes near it: beside a small figure it would press the curve flat. */
const NEAR = 0.25;

const limits = ({ samples, frontend_memory_limit_bytes, backend_memory_limit_bytes }: Usage): Series[] =>
  [
    { service: 'backend', label: 'Backend', bytes: backend_memory_limit_bytes },
    { service: 'frontend', label: 'Frontend', bytes: frontend_memory_limit_bytes },
  ].flatMap(({ service, label, bytes }) => {
    const most = Math.max(0, ...samples.map((sample) => sample[service as Service]?.memory_bytes ?? 0));
    return bytes !== null && most >= bytes * NEAR ? limit(label, bytes, samples.length) : [];
  });

/** A session's figures as two charts: processor and memory, each of both containers. */
export const usageCharts = (usage: Usage): readonly UsageChart[] => {
  const { samples } = usage;
  const at = samples.map((sample) => Date.parse(sample.at));
  const lines = (figure: 'cpu_percent' | 'memory_bytes'): Series[] =>
    SERVICES.map(({ service, label, colour }) => ({
      label,
      colour,
      shape: 'line',
      values: values(samples, service, figure),
    }));
  return [
    { title: 'CPU, of one processor', format: 'percent', at, series: lines('cpu_percent'), top: 10 },
    { title: 'Memory', format: 'bytes', at, series: [...lines('memory_bytes'), ...limits(usage)], top: 64_000_000 },
  ];
};
