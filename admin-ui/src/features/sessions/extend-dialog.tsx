import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { many } from '../../shared/format';
import { NumberField } from '../../shared/number-field';
import { dateTime } from '../../shared/time';
import type { Dialog } from '../../shared/use-dialog';
import { usersInWords, type Subjects } from './bulk-act';
import { useActOn } from './use-act-on';

const LEAST_HOURS = 0.01;
const MOST_HOURS = 720;
const PRESETS = [1, 4, 12, 24];
const HOUR_MS = 3_600_000;

const isHours = (hours: number | ''): hours is number => hours !== '' && hours >= LEAST_HOURS && hours <= MOST_HOURS;

const moved = (iso: string, hours: number): string =>
  dateTime(new Date(Date.parse(iso) + hours * HOUR_MS).toISOString());

const Result = ({ sessions, hours }: { sessions: Subjects; hours: number }) => {
  const ends = sessions.map(({ expires_at }) => expires_at).toSorted();
  const first = moved(ends[0] ?? '', hours);
  const last = moved(ends.at(-1) ?? '', hours);
  return (
    <Text size="sm" role="status">
      {first === last
        ? `${sessions.length === 1 ? 'Expires' : 'All expire'} ${first}.`
        : `The first then expires ${first}, the last ${last}.`}
    </Text>
  );
};

interface FormProps {
  readonly sessions: Subjects;
  readonly onClose: () => void;
  readonly onStarted: (operationId: string) => void;
}

const ExtendForm = ({ sessions, onClose, onStarted }: FormProps) => {
  const { actOn, pending } = useActOn(onStarted);
  const [hours, setHours] = useState<number | ''>(4);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isHours(hours)) actOn({ act: 'extend', sessions, hours }, onClose);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text className="wrap">
          {sessions.length === 1 ? sessions[0]?.session_id : `${many(sessions.length, 'session')} of`}{' '}
          <span className="dim">{usersInWords(sessions)}</span>
        </Text>
        <div className="presets" role="group" aria-label="Hours">
          {PRESETS.map((preset) => (
            <Button
              key={preset}
              variant={hours === preset ? 'filled' : 'default'}
              aria-pressed={hours === preset}
              onClick={() => setHours(preset)}
            >
              {preset} h
            </Button>
          ))}
        </div>
        <NumberField
          label="Hours to add"
          value={hours}
          onChange={setHours}
          error={isHours(hours) ? undefined : `From ${LEAST_HOURS} to ${MOST_HOURS}`}
          data-autofocus
        />
        {isHours(hours) && <Result sessions={sessions} hours={hours} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={pending} disabled={!isHours(hours)}>
            Extend{sessions.length > 1 ? ` ${many(sessions.length, 'session')}` : ''}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

interface Props {
  readonly dialog: Dialog<Subjects>;
  readonly onStarted: (operationId: string) => void;
}

export const ExtendDialog = ({ dialog: { subject: sessions, opened, close }, onStarted }: Props) => (
  <Modal
    opened={opened}
    onClose={close}
    title={(sessions?.length ?? 0) > 1 ? 'Extend the sessions' : 'Extend the session'}
    closeButtonProps={{ 'aria-label': 'Close' }}
  >
    {sessions && <ExtendForm sessions={sessions} onClose={close} onStarted={onStarted} />}
  </Modal>
);
