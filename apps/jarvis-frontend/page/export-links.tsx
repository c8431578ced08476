import { sourceOf, type SendForm } from './send-form';
import type { Choice } from './types';

const FORMATS = [
  ['jsonl', 'JSON lines'],
  ['csv', 'CSV'],
  ['raw', 'Raw'],
] as const;
const COUNT_MAX = 100_000;

interface LinksProps {
  readonly class: string;
  readonly intro: string;
  /** Where a format is, below the API. */
  readonly pathOf: (format: string) => string;
}

/** Events as a file, in each format. */
export const DownloadLinks = ({ class: name, intro, pathOf }: LinksProps) => (
  <p class={name}>
    <span class="quiet">{intro}</span>
    {FORMATS.map(([format, label]) => (
      <a key={format} href={`./api/v1/${pathOf(format)}`} download>
        {label}
      </a>
    ))}
  </p>
);

/** The chosen events as a file instead of to a destination. */
export const ExportLinks = ({ choice, form }: { choice: Choice; form: SendForm }) => (
  <DownloadLinks
    class="export"
    intro="Or download them:"
    pathOf={(format) => `export?${String(queryOf(choice, form, format))}`}
  />
);

function queryOf(choice: Choice, form: SendForm, format: string): URLSearchParams {
  const count = Math.trunc(Number(form.count));
  return new URLSearchParams({
    ...sourceOf(choice),
    ...(count > 0 && { count: String(Math.min(count, COUNT_MAX)) }),
    ...(form.seed && { seed: form.seed }),
    ...(choice.kind === 'scenario' && Number(form.noise) > 0 && { noise: form.noise }),
    format,
  });
}
