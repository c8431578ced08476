import { Combobox } from './combobox';
import { focusSoon } from './focus-soon';
import { without, withAt } from './lists';
import type { Option } from './options-shown';
import { newRow, type ValueRow } from './scenario-draft';
import { faultWithin, type Faults } from './scenario-faults';

interface Props {
  /** Of the rows in the scenario: `phases.0.steps.1.with`. */
  readonly path: string;
  /** What the rows are of, as it is told: `step 1 of phase 2`. */
  readonly what: string;
  /** One row as it is told: `value`. */
  readonly one: string;
  readonly rows: readonly ValueRow[];
  /** Names that may be given; the hint is shown where a value is still to be typed. */
  readonly names: readonly Option[];
  readonly faults: Faults;
  readonly onChange: (rows: readonly ValueRow[]) => void;
}

/** Names and their values, one a row. */
export function ValueRows({ path, what, one, rows, names, faults, onChange }: Props) {
  const addId = `${path}-add`;
  const row = ({ key, name, text }: ValueRow, index: number) => {
    const fault = faultWithin(faults, `${path}.${name.trim()}`);
    const set = (change: Partial<ValueRow>): void => onChange(withAt(rows, index, { key, name, text, ...change }));
    return (
      <li key={key} class={`scenario-value ${fault ? 'wrong' : ''}`}>
        <Combobox
          id={`${path}-${key}`}
          label={`Name of ${one} ${index + 1} of ${what}`}
          placeholder="Name"
          options={names}
          value={name}
          isFree
          isWrong={Boolean(fault)}
          onChange={(next) => set({ name: next })}
        />
        <textarea
          rows={1}
          class="mono"
          spellcheck={false}
          aria-label={`Text of ${one} ${index + 1} of ${what}`}
          placeholder={names.find(({ value }) => value === name)?.hint || 'Text, {{…}} or JSON'}
          aria-describedby={`${path}-${key}-hint`}
          aria-invalid={Boolean(fault)}
          value={text}
          onInput={(event) => set({ text: event.currentTarget.value })}
        />
        <button
          type="button"
          class="small scenario-icon"
          aria-label={`Remove ${one} ${index + 1} of ${what}`}
          title="Remove"
          onClick={() => {
            onChange(without(rows, index));
            focusSoon(addId);
          }}
        >
          ✕
        </button>
        <span id={`${path}-${key}-hint`} class={fault ? 'error' : 'hint'}>
          {fault && (/^[A-Z]/.test(fault) ? fault : `${name || 'It'} ${fault}`)}
        </span>
      </li>
    );
  };
  return (
    <div class="scenario-values">
      {rows.length > 0 && <ul>{rows.map(row)}</ul>}
      <button
        type="button"
        id={addId}
        class="small"
        aria-label={`Add a ${one} to ${what}`}
        onClick={() => {
          const added = newRow();
          onChange([...rows, added]);
          focusSoon(`${path}-${added.key}`);
        }}
      >
        Add a {one}
      </button>
    </div>
  );
}
