import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Dialog } from './use-dialog';

interface Props<Subject> {
  readonly dialog: Dialog<Subject>;
  readonly title: string;
  /** What will happen, and whether it can be undone. */
  readonly children: ReactNode;
  /** The words of the two buttons. */
  readonly confirm: string;
  readonly keep?: string;
  /** Given while the act takes time: it has to close the dialog then. */
  readonly pending?: boolean;
  readonly onConfirm: (subject: Subject) => void;
}

/** Asks before something that cannot be undone; the safe answer has the focus. */
export const ConfirmDialog = <Subject,>({
  dialog: { subject, opened, close },
  title,
  children,
  confirm,
  keep = 'Keep it',
  pending,
  onConfirm,
}: Props<Subject>) => {
  const act = () => {
    if (subject === null) return;
    onConfirm(subject);
    if (pending === undefined) close();
  };
  return (
    <Modal opened={opened} onClose={close} title={title} closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack>
        <div>{children}</div>
        <Group justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            {keep}
          </Button>
          <Button color="red.9" loading={pending ?? false} onClick={act}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
