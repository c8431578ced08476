import { messageOf } from '@jarvis/client';
import { Button, Menu } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { count } from '../../../shared/format';
import { notifyFailed } from '../../../shared/notices';
import type { FiguresById, SessionRow } from '../table/session-row';
import { saveAllSessions, saveTheseSessions } from './save-sessions';

interface Props {
  readonly total: number;
  readonly shown: readonly SessionRow[];
  readonly selected: readonly SessionRow[];
  readonly figures: FiguresById;
}

/** Sessions as CSV: all of them, those that are shown, or those that are selected. */
export const ExportMenu = ({ total, shown, selected, figures }: Props) => {
  const all = useMutation({ mutationFn: saveAllSessions, onError: (error) => notifyFailed(messageOf(error)) });
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button variant="default" loading={all.isPending}>
          Export CSV
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => all.mutate()}>All sessions ({count(total)})</Menu.Item>
        <Menu.Item disabled={shown.length === 0} onClick={() => saveTheseSessions(shown, figures)}>
          What is shown ({count(shown.length)})
        </Menu.Item>
        <Menu.Item disabled={selected.length === 0} onClick={() => saveTheseSessions(selected, figures)}>
          What is selected ({count(selected.length)})
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
