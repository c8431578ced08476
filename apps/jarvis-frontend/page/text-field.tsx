import { Field } from './field';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  /** With it, a text of several lines. */
  readonly rows?: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A text as it is typed. */
export function TextField({ id, label, hint, error, placeholder, rows, value, onChange }: Props) {
  const Input = rows === undefined ? 'input' : 'textarea';
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <Input
        id={id}
        rows={rows}
        autocomplete="off"
        placeholder={placeholder}
        aria-describedby={`${id}-hint`}
        aria-invalid={Boolean(error)}
        value={value}
        onInput={(event: InputEvent & { readonly currentTarget: { readonly value: string } }) =>
          onChange(event.currentTarget.value)
        }
      />
    </Field>
  );
}
