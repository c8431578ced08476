interface Props {
  readonly checked: boolean;
  readonly label: string;
  readonly onChange: (on: boolean) => void;
}

export const Check = ({ checked, label, onChange }: Props) => (
  <label class="check">
    <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
    {label}
  </label>
);
