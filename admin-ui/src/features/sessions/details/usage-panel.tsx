import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { serverNow } from '../../../api/client';
import { Chart } from '../../../shared/chart/chart';
import { EmptyState } from '../../../shared/empty-state';
import { bytes, percent } from '../../../shared/format';
import { Meter } from '../../../shared/meter';
import { NotLoaded } from '../../../shared/not-loaded';
import { usageCharts } from './usage-charts';
import { useSessionUsage } from './use-session-usage';

const MINUTE_MS = 60_000;
const RANGES = [
  { value: '15', label: '15 min' },
  { value: '60', label: '1 h' },
  { value: '360', label: '6 h' },
  { value: '1440', label: '24 h' },
];
const FORMATS = { bytes, percent };

/** Processor and memory of both containers over time, and memory against its limits. */
export const UsagePanel = ({ id }: { id: string }) => {
  const [minutes, setMinutes] = useState('60');
  const { data, error, dataUpdatedAt } = useSessionUsage(id, Number(minutes));
  const charts = useMemo(() => (data ? usageCharts(data) : []), [data]);
  const to = useMemo(serverNow, [dataUpdatedAt]);
  const newest = data?.samples.at(-1);
  return (
    <div className="details-part">
      <SegmentedControl value={minutes} onChange={setMinutes} data={RANGES} aria-label="How far back" />
      {!data && <NotLoaded error={error} height={280} label="Loading the figures" />}
      {data?.samples.length === 0 && (
        <EmptyState title="No reading yet">Figures come every few seconds while the containers run.</EmptyState>
      )}
      {newest && (
        <div className="meters">
          {(['backend', 'frontend'] as const).map((service) => {
            const limit = data?.[`${service}_memory_limit_bytes`] ?? null;
            const taken = newest[service]?.memory_bytes;
            if (limit === null || taken === undefined) return null;
            return (
              <Meter
                key={service}
                name={`Memory of the ${service}`}
                value={taken}
                max={limit}
                words={`${bytes(taken)} of ${bytes(limit)}`}
              />
            );
          })}
        </div>
      )}
      {newest &&
        charts.map(({ format, ...chart }) => (
          <Chart
            key={chart.title}
            {...chart}
            format={FORMATS[format]}
            from={to - Number(minutes) * MINUTE_MS}
            to={to}
          />
        ))}
    </div>
  );
};
