import { formatCount } from './format';
import type { Choice } from './types';
import { UPLOAD_FORMATS } from './upload-types';

interface Props {
  readonly choice: Choice;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function factsOf({ kind, item }: Choice): string {
  if (kind === 'product') return `${item.vendor.name} · ${item.format}`;
  const events = `${formatCount(item.default_count)} events`;
  return kind === 'scenario'
    ? `${item.products.length} products · ${events}`
    : `${UPLOAD_FORMATS[item.upload.format]} · ${events}`;
}

/** One choice on a line; with the reason where it is not open to this session. */
export function SourceRow({ choice, checked, onChoose }: Props) {
  const { id, name, allowed, reason } = choice.item;
  return (
    <label class={`source ${allowed ? '' : 'off'}`}>
      <input
        type="radio"
        name="source"
        value={id}
        aria-label={name}
        aria-describedby={`facts-${id}`}
        disabled={!allowed}
        checked={checked && allowed}
        onChange={onChoose}
      />
      <span class="name">{name}</span>
      <span class="facts-of" id={`facts-${id}`}>
        {allowed ? factsOf(choice) : reason}
      </span>
    </label>
  );
}
