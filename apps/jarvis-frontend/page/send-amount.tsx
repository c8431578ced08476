import { Choices } from './choices';
import { NumberField } from './number-field';
import type { Amount, SendForm } from './send-form';

interface Props {
  readonly form: SendForm;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (change: Partial<SendForm>) => void;
}

const AMOUNTS: readonly (readonly [Amount, string])[] = [
  ['count', 'A number'],
  ['duration', 'For a time'],
  ['continuous', 'Until stopped'],
];
const MINUTES_WRONG = 'have to be more than 0, up to a week';

/** How many events of a product go, and how fast. */
export function SendAmount({ form, errors, onChange }: Props) {
  return (
    <>
      <Choices
        legend="How much"
        name="amount"
        options={AMOUNTS}
        value={form.amount}
        onChange={(amount) => onChange({ amount })}
      />
      <div class="pair">
        {form.amount === 'count' && (
          <NumberField
            id="count"
            label="Number of events"
            error={errors['count']}
            min="1"
            max="1000000"
            value={form.count}
            onChange={(count) => onChange({ count })}
          />
        )}
        {form.amount === 'duration' && (
          <MinutesField
            id="minutes"
            label="Minutes"
            error={errors['duration_s']}
            value={form.minutes}
            onChange={(minutes) => onChange({ minutes })}
          />
        )}
        <RateField form={form} errors={errors} onChange={onChange} />
      </div>
    </>
  );
}

export const RateField = ({ form, errors, onChange }: Props) => (
  <NumberField
    id="rate"
    label="Events per second"
    hint="Empty: as fast as allowed"
    error={errors['rate']}
    min="0.1"
    value={form.rate}
    onChange={(rate) => onChange({ rate })}
  />
);

interface MinutesProps {
  readonly id: string;
  readonly label: string;
  /** What the backend says of the seconds. */
  readonly error: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export const MinutesField = ({ error, ...field }: MinutesProps) => (
  <NumberField {...field} error={error && MINUTES_WRONG} min="0.1" />
);
