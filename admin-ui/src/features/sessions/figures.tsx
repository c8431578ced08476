import { bytes, percent } from '../../shared/format';
import type { FiguresById } from './table/session-row';

type Figures = FiguresById[string] | undefined;

const None = () => (
  <span className="dim" title="No reading yet">
    –
  </span>
);

export const CpuFigure = ({ figures }: { figures: Figures }) =>
  typeof figures?.cpu_percent === 'number' ? <>{percent(figures.cpu_percent)}</> : <None />;

export const MemoryFigure = ({ figures }: { figures: Figures }) =>
  figures ? <>{bytes(figures.memory_bytes)}</> : <None />;
