import { SegmentedControl, Title } from '@mantine/core';
import { useMemo } from 'react';
import { serverNow } from '../../api/client';
import { Chart } from '../../shared/chart/chart';
import { bytes, count, percent, took } from '../../shared/format';
import { NotLoaded } from '../../shared/not-loaded';
import { launchCharts, platformCharts, type ChartData, type Host } from './chart-data';
import { RANGES, usePlatformHistory, type useLaunchHistory } from './use-history';

const MINUTE = 60_000;
const FORMATS = { count, percent, bytes, took };

interface DrawnProps {
  readonly charts: readonly ChartData[];
  readonly minutes: number;
  /** When the figures were read: what is shown ends there. */
  readonly readAt: number;
}

const Drawn = ({ charts, minutes, readAt }: DrawnProps) => {
  // The newest figures may be from a moment ahead of this computer's clock.
  const to = readAt + (serverNow() - Date.now());
  return charts.map(({ format, ...chart }) => (
    <Chart key={chart.title} {...chart} from={to - minutes * MINUTE} to={to} format={FORMATS[format]} />
  ));
};

interface Props {
  readonly host: Host | null;
  readonly minutes: number;
  readonly onMinutes: (minutes: number) => void;
  readonly launches: ReturnType<typeof useLaunchHistory>;
}

const NOTHING = { buckets: [], bucket_seconds: 60, failures: [] };

/** The platform over time. */
export const Charts = ({ host, minutes, onMinutes, launches }: Props) => {
  const usage = usePlatformHistory(minutes);
  const started = useMemo(() => launchCharts(launches.data ?? NOTHING), [launches.data]);
  const taken = useMemo(() => platformCharts(usage.data ?? { samples: [] }, host), [usage.data, host]);
  return (
    <section aria-labelledby="over-time">
      <div className="section-head">
        <Title order={2} size="h4" id="over-time">
          Over time
        </Title>
        <SegmentedControl
          className="grow"
          aria-label="How far back"
          value={String(minutes)}
          onChange={(value) => onMinutes(Number(value))}
          data={RANGES.map(({ minutes: value, label }) => ({ value: String(value), label }))}
        />
      </div>
      <div className="charts">
        {launches.data ? (
          <Drawn charts={started} minutes={minutes} readAt={launches.dataUpdatedAt} />
        ) : (
          <NotLoaded error={launches.error} height={300} label="Loading the launches" />
        )}
        {usage.data ? (
          <Drawn charts={taken} minutes={minutes} readAt={usage.dataUpdatedAt} />
        ) : (
          <NotLoaded error={usage.error} height={300} label="Loading the figures over time" />
        )}
      </div>
    </section>
  );
};
