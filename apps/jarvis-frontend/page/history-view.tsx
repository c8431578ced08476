import type { ViewProps } from './generate-view';

export function HistoryView(_props: ViewProps) {
  return <main class="single" />;
}
