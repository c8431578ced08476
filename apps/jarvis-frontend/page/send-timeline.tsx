import { Field } from './field';
import { formatLength } from './format';
import { MinutesField, RateField } from './send-amount';
import type { SendForm } from './send-form';
import type { Pace } from './types';

interface Props {
  /** How long the timeline is by itself. */
  readonly lengthMs: number;
  /** Background noise is for scenarios. */
  readonly withNoise: boolean;
  readonly form: SendForm;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (change: Partial<SendForm>) => void;
}

const NOISE: readonly (readonly [string, string])[] = [
  ['0', 'None'],
  ['1', 'As many events again'],
  ['5', 'Five for each event'],
  ['20', 'Twenty for each event'],
];

/** When the events of a timeline go, which times they carry, and what goes on between them. */
export function SendTimeline({ lengthMs, withNoise, form, errors, onChange }: Props) {
  const length = formatLength(lengthMs);
  const paces: readonly (readonly [Pace, string])[] = [
    ['backdated', `Back-dated: at once, as if over the last ${length}`],
    ['real', `In real time: over ${length}`],
    ['compressed', 'Compressed into a shorter time'],
    ['rate', 'In order, dated now'],
  ];
  return (
    <>
      <Field id="pace" label="Timeline" error={errors['pace']}>
        <select
          id="pace"
          aria-describedby="pace-hint"
          value={form.pace}
          onChange={(event) => onChange({ pace: event.currentTarget.value as Pace })}
        >
          {paces.map(([pace, label]) => (
            <option key={pace} value={pace}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <div class="pair">
        {form.pace === 'compressed' && (
          <MinutesField
            id="lasts"
            label="Minutes in all"
            error={errors['lasts_s']}
            value={form.lasts}
            onChange={(lasts) => onChange({ lasts })}
          />
        )}
        {(form.pace === 'backdated' || form.pace === 'rate') && (
          <RateField form={form} errors={errors} onChange={onChange} />
        )}
        {withNoise && (
          <Field id="noise" label="Background noise" error={errors['noise'] ?? errors['noise.per_event']}>
            <select
              id="noise"
              aria-describedby="noise-hint"
              value={form.noise}
              onChange={(event) => onChange({ noise: event.currentTarget.value })}
            >
              {NOISE.map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </Field>
        )}
      </div>
    </>
  );
}
