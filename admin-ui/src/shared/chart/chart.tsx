import { Skeleton, Title } from '@mantine/core';
import { Suspense, lazy, useId, useState } from 'react';
import { LoadBoundary } from '../load-boundary';
import { loadPart } from '../load-part';
import { clock } from '../time';
import { summaryOf, type ChartProps, type Summary } from './series';

const ChartCanvas = lazy(() => loadPart(() => import('./chart-canvas')));

const words = (value: number | null | undefined, format: ChartProps['format']): string =>
  value === null || value === undefined ? 'none' : format(value);

const SummaryTable = ({
  title,
  rows,
  format,
}: { title: string; rows: readonly Summary[] } & Pick<ChartProps, 'format'>) => (
  <div className="unseen">
    <table>
      <caption>{title}, in figures</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Newest</th>
          <th scope="col">Least</th>
          <th scope="col">Most</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, newest, least, most }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{words(newest, format)}</td>
            <td>{words(least, format)}</td>
            <td>{words(most, format)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** Figures over time: a picture with a legend in words, and the same in figures for screen readers. */
export const Chart = (props: ChartProps) => {
  const { title, at, series, format } = props;
  const id = useId();
  const [pointed, setPointed] = useState<number | null>(null);
  const moment = pointed === null ? undefined : at[pointed];
  return (
    <figure className="panel chart" aria-labelledby={id}>
      <div className="chart-head">
        <Title order={3} size="h6" id={id}>
          {title}
        </Title>
        <span className="dim tabular" aria-hidden="true">
          {moment === undefined ? '' : clock(moment)}
        </span>
      </div>
      <ul className="legend">
        {series.map(({ label, colour, shape, values }) => (
          <li key={label}>
            <span className="swatch" data-shape={shape} data-colour={colour} aria-hidden="true" />
            {label}
            <span className="dim tabular" aria-hidden="true">
              {words(moment === undefined ? values.at(-1) : values[pointed ?? 0], format)}
            </span>
          </li>
        ))}
      </ul>
      <div className="chart-picture" aria-hidden="true">
        <LoadBoundary fallback={<p className="dim">The picture could not be loaded. It comes with the next reload.</p>}>
          <Suspense fallback={<Skeleton height="100%" />}>
            <ChartCanvas {...props} onPoint={setPointed} />
          </Suspense>
        </LoadBoundary>
      </div>
      <SummaryTable title={title} rows={series.map(summaryOf)} format={format} />
    </figure>
  );
};
