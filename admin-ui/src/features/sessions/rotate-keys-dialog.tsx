import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useCopy } from '../../shared/use-copy';
import type { Dialog } from '../../shared/use-dialog';
import { usersInWords, type Subjects } from './bulk-act';
import { useRotateKeys } from './use-session-acts';

/** `crypto.randomUUID` is missing on plain HTTP addresses other than localhost. */
const newIdempotencyKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

interface FormProps {
  readonly session: Subjects[number];
  readonly onClose: () => void;
}

const NewLink = ({ link, onClose }: { link: string; onClose: () => void }) => {
  const { copied, copy } = useCopy();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <Stack>
      <Alert color="yellow">
        This link is shown once. Whoever has it opens the session: send it to nobody but the person it is for.
      </Alert>
      <TextInput ref={field} label="New link" value={link} readOnly classNames={{ input: 'mono' }} />
      <Group justify="flex-end">
        <Button variant="default" onClick={() => copy(link)}>
          {copied ? 'Copied' : 'Copy link'}
        </Button>
        <Button onClick={onClose}>Done</Button>
      </Group>
    </Stack>
  );
};

const RotateKeysForm = ({ session, onClose }: FormProps) => {
  const { session_id: id } = session;
  const [idempotencyKey] = useState(newIdempotencyKey);
  const { mutate, data, isPending } = useRotateKeys();
  if (data) return <NewLink link={data.link} onClose={onClose} />;
  return (
    <Stack>
      <dl className="facts">
        <dt>Session</dt>
        <dd className="mono">{id}</dd>
        <dt>Concerns</dt>
        <dd>{usersInWords([session])}</dd>
      </dl>
      <Text size="sm">
        Exchange the keys? Whoever has its link or access token is out, its attendee too: you get a new link to hand
        over. Both containers are away for some seconds; what is sent meanwhile stops. The volume stays.
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          Cancel
        </Button>
        <Button loading={isPending} onClick={() => mutate({ id, idempotencyKey })}>
          Exchange keys
        </Button>
      </Group>
    </Stack>
  );
};

/** Exchanges the keys of a session once that is confirmed, and shows its new link until the dialog is closed. */
export const RotateKeysDialog = ({ dialog: { subject, opened, close } }: { dialog: Dialog<Subjects> }) => (
  <Modal
    opened={opened}
    onClose={close}
    closeOnClickOutside={false}
    title="New keys"
    closeButtonProps={{ 'aria-label': 'Close' }}
  >
    {subject?.[0] && <RotateKeysForm session={subject[0]} onClose={close} />}
  </Modal>
);
