import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { many } from '../../shared/format';
import type { Dialog } from '../../shared/use-dialog';
import { TYPED_ABOVE, usersInWords, type Subjects } from './bulk-act';
import { useActOn } from './use-act-on';

const WORDS = {
  terminate: {
    one: 'Terminate the session?',
    many: (count: number) => `Terminate ${many(count, 'session')}?`,
    verb: 'Terminate',
    keep: 'Keep it running',
    keepMany: 'Keep them running',
    about:
      'What attendees have made there is gone, and they are told that the organisers ended it. This cannot be undone.',
  },
  restart: {
    one: 'Restart the containers?',
    many: (count: number) => `Restart the containers of ${many(count, 'session')}?`,
    verb: 'Restart',
    keep: 'Cancel',
    keepMany: 'Cancel',
    about: 'Both containers are away for some seconds; what is sent meanwhile stops. The volume stays.',
  },
} as const;
type Act = keyof typeof WORDS;

interface FormProps {
  readonly act: Act;
  readonly sessions: Subjects;
  readonly onClose: () => void;
  readonly onStarted: (operationId: string) => void;
}

const ConfirmForm = ({ act, sessions, onClose, onStarted }: FormProps) => {
  const { actOn, pending } = useActOn(onStarted);
  const [typed, setTyped] = useState('');
  const { verb, keep, keepMany, about } = WORDS[act];
  const number = sessions.length;
  const wantsTyping = act === 'terminate' && number > TYPED_ABOVE;
  const ready = !wantsTyping || typed.trim() === String(number);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) actOn({ act, sessions }, onClose);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <dl className="facts">
          <dt>{number === 1 ? 'Session' : 'Sessions'}</dt>
          <dd>{number === 1 ? <span className="mono">{sessions[0]?.session_id}</span> : number}</dd>
          <dt>Concerns</dt>
          <dd>{usersInWords(sessions)}</dd>
        </dl>
        <Text size="sm">{about}</Text>
        {wantsTyping && (
          <TextInput
            label={`Type ${number} to confirm`}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            inputMode="numeric"
            autoComplete="off"
            data-autofocus
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus={wantsTyping ? undefined : true}>
            {number === 1 ? keep : keepMany}
          </Button>
          <Button type="submit" color={act === 'terminate' ? 'red.9' : undefined} loading={pending} disabled={!ready}>
            {verb}
            {number > 1 ? ` ${many(number, 'session')}` : ''}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

interface Props {
  readonly act: Act;
  readonly dialog: Dialog<Subjects>;
  readonly onStarted: (operationId: string) => void;
}

/** Asks before a session is ended or its containers are restarted; says whom it concerns. */
export const ConfirmActDialog = ({ act, dialog: { subject: sessions, opened, close }, onStarted }: Props) => (
  <Modal
    opened={opened}
    onClose={close}
    title={sessions && sessions.length > 1 ? WORDS[act].many(sessions.length) : WORDS[act].one}
    closeButtonProps={{ 'aria-label': 'Close' }}
  >
    {sessions && <ConfirmForm act={act} sessions={sessions} onClose={close} onStarted={onStarted} />}
  </Modal>
);
