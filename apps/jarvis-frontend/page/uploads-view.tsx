import type { ViewProps } from './generate-view';

export function UploadsView(_props: ViewProps) {
  return <main class="single" />;
}
