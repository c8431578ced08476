import { NumberField } from '../../shared/number-field';
import type { RosterMode } from './use-roster';

export interface Hours {
  readonly hours: number | '';
  readonly hold: number | '';
}

export const hoursError = (value: number | ''): string | undefined =>
  value === '' || (value >= 0.01 && value <= 720) ? undefined : 'From 0.01 to 720';

interface Props {
  readonly mode: RosterMode;
  readonly value: Hours;
  readonly onChange: (value: Hours) => void;
  readonly about: string;
}

/** How long sessions last, and how long a reserved place is kept. */
export const HoursFields = ({ mode, value, onChange, about }: Props) => (
  <div className="fields">
    <NumberField
      label="Hours"
      description={about}
      placeholder="the platform’s setting"
      value={value.hours}
      onChange={(hours) => onChange({ ...value, hours })}
      error={hoursError(value.hours)}
    />
    {mode === 'reserve' && (
      <NumberField
        label="Keep the place for, in hours"
        description="Then it is given up. Empty is 24."
        placeholder="24"
        value={value.hold}
        onChange={(hold) => onChange({ ...value, hold })}
        error={hoursError(value.hold)}
      />
    )}
  </div>
);
