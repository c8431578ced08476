import { Choices } from './choices';
import { Field } from './field';
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
          <Field id="count" label="Number of events" error={errors['count']}>
            <input
              id="count"
              type="number"
              inputMode="numeric"
              min="1"
              max="1000000"
              aria-describedby="count-hint"
              aria-invalid={Boolean(errors['count'])}
              value={form.count}
              onInput={(event) => onChange({ count: event.currentTarget.value })}
            />
          </Field>
        )}
        {form.amount === 'duration' && (
          <Field id="minutes" label="Minutes" error={errors['duration_s'] && 'have to be more than 0, up to a week'}>
            <input
              id="minutes"
              type="number"
              inputMode="decimal"
              min="0.1"
              step="any"
              aria-describedby="minutes-hint"
              aria-invalid={Boolean(errors['duration_s'])}
              value={form.minutes}
              onInput={(event) => onChange({ minutes: event.currentTarget.value })}
            />
          </Field>
        )}
        <RateField form={form} errors={errors} onChange={onChange} />
      </div>
    </>
  );
}

export const RateField = ({ form, errors, onChange }: Props) => (
  <Field id="rate" label="Events per second" hint="Empty: as fast as allowed" error={errors['rate']}>
    <input
      id="rate"
      type="number"
      inputMode="decimal"
      min="0.1"
      step="any"
      aria-describedby="rate-hint"
      aria-invalid={Boolean(errors['rate'])}
      value={form.rate}
      onInput={(event) => onChange({ rate: event.currentTarget.value })}
    />
  </Field>
);
