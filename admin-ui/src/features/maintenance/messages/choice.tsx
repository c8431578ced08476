import { Radio } from '@mantine/core';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** One of a few, all of them seen. */
export const Choice = ({ label, value, options, onChange }: Props) => (
  <Radio.Group label={label} value={value} onChange={onChange}>
    <div className="pills">
      {options.map((option) => (
        <Radio.Card key={option.value} value={option.value} tabIndex={option.value === value ? 0 : -1} className="pill">
          {option.label}
        </Radio.Card>
      ))}
    </div>
  </Radio.Group>
);
