import UPlot from 'uplot';
import type { ChartProps, Series } from './series';

const FONT = '12px system-ui, sans-serif';
const GAP = 36;

/** A canvas takes no variables: the colours that they have on the element at this moment. */
export const colourIn =
  (element: HTMLElement) =>
  (name: string): string => {
    const probe = document.createElement('span');
    probe.style.color = `var(--${name})`;
    element.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

const drawn = ({ label, shape }: Series, colour: string): UPlot.Series => {
  if (shape === 'bars') {
    const paths = UPlot.paths.bars?.({ size: [0.7, 18], align: 1 });
    return { label, stroke: colour, fill: colour, width: 0, points: { show: false }, ...(paths && { paths }) };
  }
  return {
    label,
    stroke: colour,
    width: 2,
    spanGaps: true,
    points: { show: false },
    ...(shape === 'dashes' && { dash: [5, 4] }),
  };
};

export const chartOptions = (
  series: readonly Series[],
  top: number,
  format: ChartProps['format'],
  colour: (name: string) => string,
): Omit<UPlot.Options, 'width' | 'height'> => {
  const axis = { stroke: colour('soft'), font: FONT, ticks: { show: false } };
  return {
    legend: { show: false },
    padding: [8, 20, 0, 0],
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
    scales: { x: { time: true }, y: { range: (_, __, most) => [0, Math.max(top, (most ?? 0) * 1.08)] } },
    axes: [
      { ...axis, grid: { show: false }, size: 28, space: 64, values: (_, at) => at.map((s) => time.format(s * 1000)) },
      {
        ...axis,
        grid: { stroke: colour('line'), width: 1 },
        size: 64,
        space: GAP,
        values: (_, values) => values.map(format),
      },
    ],
    series: [{}, ...series.map((each) => drawn(each, colour(each.colour)))],
  };
};
