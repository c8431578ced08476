import { Button, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { HoursFields, hoursError, type Hours } from './hours-fields';
import { ModeChoice } from './mode-choice';
import { orderOf } from './order';
import { isValid, personCsv, personErrors, type Pair } from './person-csv';
import type { RosterMode, RosterOrder } from './use-roster';

const NO_HOURS: Hours = { hours: '', hold: '' };

interface Props {
  readonly pending: boolean;
  /** Resolves to whether it was made. */
  readonly onSubmit: (order: RosterOrder) => Promise<boolean>;
}

/** A session for one person; for the server a roster of one row. */
export const PersonForm = ({ pending, onSubmit }: Props) => {
  const [userId, setUserId] = useState('');
  const [hours, setHours] = useState(NO_HOURS);
  const [pairs, setPairs] = useState<readonly Pair[]>([]);
  const [mode, setMode] = useState<RosterMode>('create');
  const [tried, setTried] = useState(false);
  const person = { userId, hours: hours.hours, pairs };
  const errors = personErrors(person);
  const valid = isValid(errors) && hoursError(hours.hold) === undefined;

  const change = (id: number, edit: Partial<Pair>) =>
    setPairs(pairs.map((pair) => (pair.id === id ? { ...pair, ...edit } : pair)));
  const add = () => setPairs([...pairs, { id: Math.max(0, ...pairs.map(({ id }) => id)) + 1, key: '', value: '' }]);

  const submit = async () => {
    const made = await onSubmit(orderOf({ csv: personCsv(person), mode, hold: hours.hold }));
    if (!made) return;
    setUserId('');
    setPairs([]);
    setTried(false);
  };
  const onForm = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (valid) void submit();
  };
  return (
    <form onSubmit={onForm} noValidate aria-label="One person" className="card roomy person form">
      <TextInput
        label="User"
        description="As attendees call themselves: a name, or an e-mail address."
        placeholder="ada@example.org"
        autoComplete="off"
        value={userId}
        onChange={(event) => setUserId(event.currentTarget.value)}
        error={tried ? errors.userId : undefined}
      />
      <ModeChoice mode={mode} onChange={setMode} />
      <HoursFields mode={mode} value={hours} onChange={setHours} about="How long the session lasts." />
      <fieldset className="plain">
        <legend>What else is known of them</legend>
        <p className="dim small">Kept with the session as its metadata: a table, a team, a seat.</p>
        <Stack gap="xs">
          {pairs.map(({ id, key, value }, index) => (
            <div key={id} className="step" role="group" aria-label={`Detail ${index + 1}`}>
              <TextInput
                label="Name"
                placeholder="table"
                value={key}
                onChange={(event) => change(id, { key: event.currentTarget.value })}
                error={tried || key !== '' ? errors.pairs[id] : undefined}
              />
              <TextInput
                label="Value"
                placeholder="4"
                value={value}
                onChange={(event) => change(id, { value: event.currentTarget.value })}
              />
              <Button
                variant="default"
                aria-label={`Remove detail ${index + 1}`}
                onClick={() => setPairs(pairs.filter((pair) => pair.id !== id))}
              >
                Remove
              </Button>
            </div>
          ))}
          <div>
            <Button variant="default" size="sm" onClick={add}>
              Add a detail
            </Button>
          </div>
        </Stack>
      </fieldset>
      <div>
        <Button type="submit" loading={pending}>
          {mode === 'create' ? 'Create the session' : 'Reserve the place'}
        </Button>
      </div>
    </form>
  );
};
