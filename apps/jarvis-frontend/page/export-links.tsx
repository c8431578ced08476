import { sourceOf, type SendForm } from './send-form';
import type { Choice } from './types';

/** What events can be downloaded as. */
export const EXPORT_FORMATS = [
  ['jsonl', 'JSON lines'],
  ['csv', 'CSV'],
  ['raw', 'Raw'],
] as const;

const COUNT_MAX = 100_000;

/** The chosen events as a file instead of to a destination. */
export const ExportLinks = ({ choice, form }: { choice: Choice; form: SendForm }) => (
  <p class="export">
    <span class="quiet">Or download them:</span>
    {EXPORT_FORMATS.map(([format, label]) => (
      <a key={format} href={`./api/v1/export?${String(queryOf(choice, form, format))}`} download>
        {label}
      </a>
    ))}
  </p>
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
