import { Field } from './field';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** The least that may be typed; with a fraction, any number may be, else whole ones. */
  readonly min: '1' | '0.1';
  readonly max?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A number as it is typed. */
export const NumberField = ({ id, label, hint, error, min, max, value, onChange }: Props) => (
  <Field id={id} label={label} hint={hint} error={error}>
    <input
      id={id}
      type="number"
      inputMode={min === '1' ? 'numeric' : 'decimal'}
      min={min}
      max={max}
      step={min === '1' ? undefined : 'any'}
      aria-describedby={`${id}-hint`}
      aria-invalid={Boolean(error)}
      value={value}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  </Field>
);
