import { memo, type MouseEvent } from 'react';
import { Link } from 'wouter';
import { CopyButton } from '../../../shared/copy-button';
import { dateTime } from '../../../shared/time';
import { ContainersInShort } from '../containers';
import { ExpiresIn } from '../expires-in';
import { CpuFigure, MemoryFigure } from '../figures';
import { SessionState } from '../session-state';
import { RowMenu } from './row-menu';
import { isOnRow, type RowProps } from './row-parts';

/** The end of an id tells sessions of one user apart: it is never cut off. */
const SUFFIX = 9;

interface Props extends RowProps {
  /** The one row of the table that the Tab key reaches, with what is in it. */
  readonly active: boolean;
  readonly top: number;
  readonly onActive: (id: string) => void;
}

export const SessionGridRow = memo((props: Props) => {
  const { session, figures, selected, index, active, top, onRow, onMenu, onActive } = props;
  const { session_id: id } = session;
  const tabIndex = active ? 0 : -1;
  const onClick = (event: MouseEvent) => {
    if (isOnRow(event.target) && window.getSelection()?.isCollapsed !== false) onRow('details', session);
  };
  const onSelect = (event: MouseEvent) => onRow(event.shiftKey ? 'select-range' : 'select', session);
  return (
    <div
      role="row"
      className="sheet-row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      tabIndex={tabIndex}
      data-session={id}
      style={{ transform: `translateY(${top}px)` }}
      onFocus={() => onActive(id)}
      onClick={onClick}
    >
      <div role="gridcell" className="cell-select">
        <input
          type="checkbox"
          aria-label={`Select ${id}`}
          checked={selected}
          readOnly
          tabIndex={tabIndex}
          onClick={onSelect}
        />
      </div>
      <div role="rowheader" className="cell-user" title={session.user_id}>
        {session.user_id}
      </div>
      <div role="gridcell" className="cell-id">
        <Link
          href={`/sessions/${id}`}
          className="id-link"
          title={id}
          tabIndex={tabIndex}
          onClick={(event) => {
            event.preventDefault();
            onRow('details', session);
          }}
        >
          <span>{id.slice(0, -SUFFIX)}</span>
          <span>{id.slice(-SUFFIX)}</span>
        </Link>
        <CopyButton text={id} what={`the id ${id}`} tabIndex={tabIndex} />
      </div>
      <div role="gridcell">
        <SessionState {...session} />
      </div>
      <div role="gridcell">
        <ContainersInShort states={session.containers} />
      </div>
      <div role="gridcell" className="cell-started tabular nowrap">
        {dateTime(session.created_at)}
      </div>
      <div role="gridcell">
        <ExpiresIn at={session.expires_at} />
      </div>
      <div role="gridcell" className="cell-number">
        <CpuFigure figures={figures} />
      </div>
      <div role="gridcell" className="cell-number">
        <MemoryFigure figures={figures} />
      </div>
      <div role="gridcell" className="cell-menu">
        <RowMenu session={session} onRow={onRow} onMenu={onMenu} tabIndex={tabIndex} />
      </div>
    </div>
  );
});
