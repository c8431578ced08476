import type { ViewProps } from './generate-view';

export function ParserView(_props: ViewProps) {
  return <main class="single" />;
}
