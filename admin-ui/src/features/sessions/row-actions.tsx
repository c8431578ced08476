import { Button, Group } from '@mantine/core';

export type SessionAction = 'details' | 'extend' | 'terminate';
export type OnAction = (action: SessionAction, id: string) => void;

/** What an organiser may do with one session; each button names the session to a screen reader. */
export const RowActions = ({ id, onAction }: { id: string; onAction: OnAction }) => (
  <Group gap="xs" wrap="nowrap">
    <Button size="xs" variant="default" aria-label={`Details of ${id}`} onClick={() => onAction('details', id)}>
      Details
    </Button>
    <Button size="xs" variant="default" aria-label={`Extend ${id}`} onClick={() => onAction('extend', id)}>
      Extend
    </Button>
    <Button
      size="xs"
      variant="default"
      aria-label={`Terminate ${id}`}
      onClick={() => onAction('terminate', id)}
      className="danger"
    >
      Terminate
    </Button>
  </Group>
);
