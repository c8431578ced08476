interface Props<T extends string> {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly (readonly [T, string])[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** A few radio buttons side by side. */
export const Choices = <T extends string>({ legend, name, options, value, onChange }: Props<T>) => (
  <fieldset class="choices">
    <legend>{legend}</legend>
    {options.map(([option, label]) => (
      <label key={option}>
        <input type="radio" name={name} value={option} checked={option === value} onChange={() => onChange(option)} />
        <span>{label}</span>
      </label>
    ))}
  </fieldset>
);
