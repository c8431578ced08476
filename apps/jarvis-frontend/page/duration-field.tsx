import { UNITS, type Duration, type Unit } from './durations';
import { Field } from './field';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly error: string | undefined;
  readonly value: Duration;
  readonly onChange: (value: Duration) => void;
}

/** A time as a number and its unit. */
export const DurationField = ({ id, label, error, value, onChange }: Props) => (
  <Field id={id} label={label} error={error}>
    <span class="scenario-duration">
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autocomplete="off"
        aria-describedby={`${id}-hint`}
        aria-invalid={Boolean(error)}
        value={value.amount}
        onInput={(event) => onChange({ ...value, amount: event.currentTarget.value })}
      />
      <select
        aria-label={`Unit of ${label.toLowerCase()}`}
        value={value.unit}
        onChange={(event) => onChange({ ...value, unit: event.currentTarget.value as Unit })}
      >
        {Object.entries(UNITS).map(([unit, name]) => (
          <option key={unit} value={unit}>
            {name}
          </option>
        ))}
      </select>
    </span>
  </Field>
);
