import type { ViewProps } from './generate-view';

export function ScenariosView(_props: ViewProps) {
  return <main class="single" />;
}
