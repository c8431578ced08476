import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { Dialog } from '../../shared/use-dialog';
import { useTerminate } from './use-sessions';

interface Props {
  readonly dialog: Dialog<string>;
  readonly onDone: () => void;
}

export const TerminateDialog = ({ dialog: { subject: id, opened, close }, onDone }: Props) => {
  const terminate = useTerminate();
  const confirm = () => {
    if (id !== null) terminate.mutate(id, { onSuccess: onDone });
  };
  return (
    <Modal opened={opened} onClose={close} title="Terminate the session?" closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack>
        <Text>
          <span className="mono">{id}</span> stops at once, and its attendee is told that the organisers ended it. This
          cannot be undone.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            Keep it
          </Button>
          <Button color="red.9" loading={terminate.isPending} onClick={confirm}>
            Terminate
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
