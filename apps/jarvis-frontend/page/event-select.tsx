import { Field } from './field';
import type { StepDraft } from './scenario-draft';
import type { Product } from './types';

interface Props {
  readonly id: string;
  readonly product: Product | undefined;
  readonly step: StepDraft;
  readonly isAttackPhase: boolean;
  readonly error: string | undefined;
  readonly onChange: (event: string) => void;
}

/** The product's events, those of attacks apart, and what the chosen one counts as. */
export function EventSelect({ id, product, step, isAttackPhase, error, onChange }: Props) {
  const events = product?.events ?? [];
  const chosen = events.find((event) => event.id === step.event);
  const isAttack = step.malicious ?? (isAttackPhase || Boolean(chosen?.malicious));
  return (
    <Field
      id={id}
      label="Event"
      error={error}
      hint={step.event === '' ? '' : isAttack ? 'Part of the attack' : 'Usual activity'}
    >
      <select
        id={id}
        aria-describedby={`${id}-hint`}
        aria-invalid={Boolean(error)}
        disabled={step.product === ''}
        value={step.event}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {!chosen && <option value={step.event}>{step.event || (product ? 'Choose an event' : '')}</option>}
        <Group label="Attacks" events={events.filter(({ malicious }) => malicious)} />
        <Group label="Usual activity" events={events.filter(({ malicious }) => !malicious)} />
      </select>
    </Field>
  );
}

const Group = ({ label, events }: { label: string; events: Product['events'] }) =>
  events.length === 0 ? null : (
    <optgroup label={label}>
      {events.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </optgroup>
  );
