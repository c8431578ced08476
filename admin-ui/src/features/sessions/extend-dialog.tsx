import { Button, Group, Modal, NumberInput, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Dialog } from '../../shared/use-dialog';
import { useExtend } from './use-sessions';

const LEAST_HOURS = 0.01;
const MOST_HOURS = 720;
const isHours = (hours: number | string): hours is number =>
  typeof hours === 'number' && hours >= LEAST_HOURS && hours <= MOST_HOURS;

const ExtendForm = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const extend = useExtend();
  const [hours, setHours] = useState<number | string>(12);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isHours(hours)) extend.mutate({ id, hours }, { onSuccess: onClose });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text className="mono">{id}</Text>
        <NumberInput
          label="Hours to add"
          description="Its expiry moves back by so much."
          value={hours}
          onChange={setHours}
          clampBehavior="none"
          error={isHours(hours) ? undefined : `From ${LEAST_HOURS} to ${MOST_HOURS}`}
          hideControls
          data-autofocus
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={extend.isPending} disabled={!isHours(hours)}>
            Extend
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

export const ExtendDialog = ({ dialog: { subject: id, opened, close } }: { dialog: Dialog<string> }) => (
  <Modal opened={opened} onClose={close} title="Extend the session" closeButtonProps={{ 'aria-label': 'Close' }}>
    {id !== null && <ExtendForm id={id} onClose={close} />}
  </Modal>
);
