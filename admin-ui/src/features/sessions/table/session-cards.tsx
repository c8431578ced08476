import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useImperativeHandle, useLayoutEffect, useRef, useState, type Ref } from 'react';
import { dateTime } from '../../../shared/time';
import { CopyButton } from '../../../shared/copy-button';
import { Containers } from '../containers';
import { ExpiresIn } from '../expires-in';
import { CpuFigure, MemoryFigure } from '../figures';
import { SessionState } from '../session-state';
import { RowMenu } from './row-menu';
import { isOnRow, type RowProps, type RowsProps } from './row-parts';

const USUAL_HEIGHT = 214;

/** An address breaks before its @ where it is too long for one line. */
const Breaking = ({ text }: { text: string }) => {
  const [name, ...rest] = text.split(/(?=@)/);
  return (
    <>
      {name}
      <wbr />
      {rest.join('')}
    </>
  );
};

interface CardProps extends RowProps {
  readonly count: number;
  readonly top: number;
  readonly measure: Ref<HTMLLIElement>;
}

const Card = ({ session, figures, selected, index, count, top, measure, onRow, onMenu }: CardProps) => {
  const { session_id: id } = session;
  return (
    <li
      ref={measure}
      data-index={index}
      className="card-place"
      aria-setsize={count}
      aria-posinset={index + 1}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div
        className="session-card"
        data-selected={selected || undefined}
        onClick={(event) => isOnRow(event.target) && onRow('details', session)}
      >
        <div className="session-card-head">
          <label className="tap">
            <input
              type="checkbox"
              aria-label={`Select ${id}`}
              checked={selected}
              onChange={() => onRow('select', session)}
            />
          </label>
          <a
            className="card-name"
            href={`#/sessions/${id}`}
            data-session={id}
            onClick={(event) => {
              event.preventDefault();
              onRow('details', session);
            }}
          >
            <Breaking text={session.user_id} />
          </a>
          <RowMenu session={session} onRow={onRow} onMenu={onMenu} />
        </div>
        <div className="card-id">
          <span className="mono">{id}</span>
          <CopyButton text={id} what={`the id ${id}`} />
        </div>
        <dl className="card-facts">
          <div>
            <dt>State</dt>
            <dd>
              <SessionState {...session} />
            </dd>
          </div>
          <div>
            <dt>Expires in</dt>
            <dd>
              <ExpiresIn at={session.expires_at} />
            </dd>
          </div>
          <div>
            <dt>Containers</dt>
            <dd>
              <Containers states={session.containers} />
            </dd>
          </div>
          <div>
            <dt>Started</dt>
            <dd className="tabular">{dateTime(session.created_at)}</dd>
          </div>
          {figures && (
            <div>
              <dt>CPU, memory</dt>
              <dd className="tabular">
                <CpuFigure figures={figures} />, <MemoryFigure figures={figures} />
              </dd>
            </div>
          )}
        </dl>
      </div>
    </li>
  );
};

/** The same on a narrow screen: one card a session, only those in sight in the document. */
export const SessionCards = ({ rows, figures, selection, onRow, onMenu, handle }: RowsProps) => {
  const list = useRef<HTMLUListElement>(null);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const top = (list.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
    setOffset(Math.round(top));
  }, []);
  const sight = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => rows[index]?.session_id ?? index,
    overscan: 4,
    scrollMargin: offset,
    useFlushSync: false,
  });
  useImperativeHandle(handle, () => ({
    focusRow: (id) =>
      list.current?.querySelector<HTMLElement>(`[data-session="${CSS.escape(id)}"]`)?.focus({ preventScroll: true }),
  }));
  return (
    <ul ref={list} className="card-list" aria-label="Sessions" style={{ height: sight.getTotalSize() }}>
      {sight.getVirtualItems().map(({ index, start }) => {
        const session = rows[index];
        return (
          session && (
            <Card
              key={session.session_id}
              session={session}
              figures={figures[session.session_id]}
              selected={selection.has(session.session_id)}
              index={index}
              count={rows.length}
              top={start - offset}
              measure={sight.measureElement}
              onRow={onRow}
              onMenu={onMenu}
            />
          )
        );
      })}
    </ul>
  );
};
