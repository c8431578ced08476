import { Menu, UnstyledButton } from '@mantine/core';
import type { OnRow } from './row-act';
import type { SessionRow } from './session-row';

interface Props {
  readonly session: SessionRow;
  readonly onRow: OnRow;
  readonly onMenu: (opened: boolean) => void;
  readonly tabIndex?: number;
}

/** What an organiser may do with one session. */
export const RowMenu = ({ session, onRow, onMenu, tabIndex }: Props) => {
  const active = session.status === 'active';
  const over = session.status === 'stopping';
  return (
    <Menu position="bottom-end" width={220} onChange={onMenu}>
      <Menu.Target>
        <UnstyledButton className="row-menu" aria-label={`Actions for ${session.session_id}`} tabIndex={tabIndex}>
          <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d="M12 6h.01M12 12h.01M12 18h.01" />
          </svg>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onRow('details', session)}>Details</Menu.Item>
        <Menu.Item disabled={!active} onClick={() => onRow('open', session)}>
          Open in a new tab
        </Menu.Item>
        <Menu.Item onClick={() => onRow('user', session)}>Only this user’s sessions</Menu.Item>
        <Menu.Divider />
        <Menu.Item disabled={over} onClick={() => onRow('extend', session)}>
          Extend…
        </Menu.Item>
        <Menu.Item disabled={!active} onClick={() => onRow('restart', session)}>
          Restart containers…
        </Menu.Item>
        <Menu.Item disabled={over} className="danger" onClick={() => onRow('terminate', session)}>
          Terminate…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
