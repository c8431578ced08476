import 'uplot/dist/uPlot.min.css';
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useEffectEvent, useRef } from 'react';
import UPlot from 'uplot';
import { chartOptions, colourIn } from './chart-options';
import type { ChartProps } from './series';

const dataOf = ({ at, series }: ChartProps): UPlot.AlignedData => [
  at.map((ms) => ms / 1000),
  ...series.map(({ values }) => [...values]),
];

interface Props extends ChartProps {
  /** Which moment is pointed at; null for none. */
  readonly onPoint: (index: number | null) => void;
}

/** The picture alone. It comes in a chunk of its own. */
const ChartCanvas = (props: Props) => {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<UPlot>(null);
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const shapes = props.series.map(({ label, colour, shape }) => `${label} ${colour} ${shape}`).join();

  const draw = useEffectEvent((element: HTMLElement): UPlot => {
    const options = chartOptions(props.series, props.top, props.format, colourIn(element));
    options.hooks = { setCursor: [({ cursor }) => props.onPoint(cursor.idx ?? null)] };
    const { clientWidth: width, clientHeight: height } = element;
    return new UPlot({ ...options, width, height }, dataOf(props), element);
  });
  const show = useEffectEvent((drawn: UPlot): void => {
    drawn.batch(() => {
      drawn.setData(dataOf(props), false);
      drawn.setScale('x', { min: props.from / 1000, max: props.to / 1000 });
    });
  });

  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const drawn = draw(element);
    plot.current = drawn;
    show(drawn);
    const resized = new ResizeObserver(() => {
      drawn.setSize({ width: element.clientWidth, height: element.clientHeight });
    });
    resized.observe(element);
    return () => {
      resized.disconnect();
      drawn.destroy();
      plot.current = null;
    };
  }, [scheme, shapes, props.top]);

  useEffect(() => {
    if (plot.current) show(plot.current);
  }, [props.at, props.series, props.from, props.to]);

  return <div ref={place} className="chart-canvas" />;
};
export default ChartCanvas;
