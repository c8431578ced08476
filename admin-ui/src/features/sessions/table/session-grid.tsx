import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useImperativeHandle, useRef, type FocusEvent, type KeyboardEvent } from 'react';
import { useStable } from '../../../shared/use-stable';
import { ColumnHeads } from './column-heads';
import { rowAfter } from './row-keys';
import type { RowsProps } from './row-parts';
import { coverage } from './selection';
import { SessionGridRow } from './session-grid-row';
import { useActiveRow } from './use-active-row';
import type { Column, Sort } from './view';

const ROW_HEIGHT = 44;
const HEAD_HEIGHT = 40;

interface Props extends RowsProps {
  readonly sort: Sort;
  readonly onSort: (column: Column) => void;
  readonly onToggleAll: () => void;
}

/** Sessions as a table of which only the rows in sight are in the document, however many there are. */
export const SessionGrid = (props: Props) => {
  const { rows, figures, selection, sort, onSort, onToggleAll, onRow, onMenu, handle } = props;
  const place = useRef<HTMLDivElement>(null);
  const { index: activeIndex, activeId, setId, focusAt, onFocusWithin } = useActiveRow({ rows, place });
  const sight = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.session_id ?? index,
    overscan: 6,
    scrollPaddingStart: HEAD_HEIGHT,
    useFlushSync: false,
    rangeExtractor: (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), activeIndex])].filter((index) => index < range.count),
  });
  useImperativeHandle(handle, () => ({
    focusRow: (id) =>
      focusAt(
        Math.max(
          0,
          rows.findIndex(({ session_id }) => session_id === id),
        ),
        sight,
      ),
  }));
  const setActive = useStable((id: string) => setId(id));

  const onKeyDown = (event: KeyboardEvent) => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    const session = rows[activeIndex];
    if (key === 'Escape' && target.dataset['session'] === undefined && session) {
      focusAt(activeIndex, sight);
      return;
    }
    if (target.dataset['session'] === undefined || !session) return;
    const page = Math.max(1, Math.floor((place.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const next = rowAfter(key, activeIndex, rows.length, page);
    if (next !== undefined) focusAt(next, sight);
    else if (key === 'Enter') onRow('details', session);
    else if (key === ' ') onRow(event.shiftKey ? 'select-range' : 'select', session);
    else return;
    event.preventDefault();
  };
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    // Without a next place the row itself may have gone: useActiveRow looks after it.
    if (relatedTarget !== null) onFocusWithin(place.current?.contains(relatedTarget) ?? false);
  };
  return (
    <div
      ref={place}
      role="grid"
      className="sheet"
      aria-label="Sessions"
      aria-rowcount={rows.length + 1}
      aria-multiselectable="true"
      onKeyDown={onKeyDown}
      onFocus={() => onFocusWithin(true)}
      onBlur={onBlur}
    >
      <div role="rowgroup" className="sheet-top">
        <ColumnHeads
          sort={sort}
          onSort={onSort}
          covered={coverage(selection, rows)}
          count={rows.length}
          onToggle={onToggleAll}
        />
      </div>
      <div role="rowgroup" className="sheet-rows" style={{ height: sight.getTotalSize() }}>
        {sight.getVirtualItems().map(({ index, start }) => {
          const session = rows[index];
          return (
            session && (
              <SessionGridRow
                key={session.session_id}
                session={session}
                figures={figures[session.session_id]}
                selected={selection.has(session.session_id)}
                index={index}
                active={session.session_id === activeId}
                top={start}
                onRow={onRow}
                onMenu={onMenu}
                onActive={setActive}
              />
            )
          );
        })}
      </div>
    </div>
  );
};
