import './sessions.css';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { Link, useParams } from 'wouter';
import { EmptyState } from '../../shared/empty-state';
import { count, many } from '../../shared/format';
import { NotLoaded } from '../../shared/not-loaded';
import { PageHead } from '../../shared/page-head';
import { useDialog } from '../../shared/use-dialog';
import { useStable } from '../../shared/use-stable';
import { goTo } from '../../shell/hash-location';
import { OperationDialog } from '../operations/operation-dialog';
import { OperationsTray } from '../operations/operations-tray';
import { useFinishedNotices } from '../operations/use-finished-notices';
import type { BulkAct, Subjects } from './bulk-act';
import { ConfirmActDialog } from './confirm-act-dialog';
import { SessionDrawer } from './details/session-drawer';
import { ExportMenu } from './export/export-menu';
import { ExtendDialog } from './extend-dialog';
import { openSession } from './open-session';
import { RotateKeysDialog } from './rotate-keys-dialog';
import { FilterBar } from './table/filter-bar';
import { ListBar } from './table/list-bar';
import type { RowAct } from './table/row-act';
import type { RowsHandle } from './table/row-parts';
import { coverage, stillThere, toggled, withAllToggled, withRange, type Selection } from './table/selection';
import { SessionCards } from './table/session-cards';
import { SessionGrid } from './table/session-grid';
import type { SessionRow } from './table/session-row';
import { useView } from './table/use-view';
import { EVERYTHING, isNarrowed, sortedBy, writeView } from './table/view';
import { useRows } from './use-rows';
import { useSessions } from './use-sessions';

const NOTHING: readonly SessionRow[] = [];

const SessionsPage = () => {
  const { id: openId = null } = useParams<{ id?: string }>();
  const { data, error } = useSessions();
  const sessions = data?.sessions ?? NOTHING;
  const wide = useMediaQuery('(min-width: 62em)', undefined, { getInitialValueInEffect: false });
  const [view, setView] = useView();
  const { rows, figures, hold } = useRows(sessions, view);
  const [chosen, setChosen] = useState<Selection>(new Set());
  const selection = stillThere(chosen, sessions);
  const anchor = useRef<string | null>(null);
  const handle = useRef<RowsHandle>(null);
  const dialogs = {
    extend: useDialog<Subjects>(),
    restart: useDialog<Subjects>(),
    rotate: useDialog<Subjects>(),
    terminate: useDialog<Subjects>(),
  };
  const operation = useDialog<string>();
  useFinishedNotices(operation.opened ? operation.subject : null);

  const query = writeView(view);
  const goToSession = (id: string | null) => goTo(`/sessions${id === null ? '' : `/${id}`}${query && `?${query}`}`);
  const selected = sessions.filter(({ session_id }) => selection.has(session_id));
  const onRow = useStable((act: RowAct, session: SessionRow) => {
    const { session_id: id } = session;
    switch (act) {
      case 'details':
        return goToSession(id);
      case 'open':
        return void openSession(id);
      case 'user':
        return setView({ ...EVERYTHING, sort: view.sort, user: session.user_id });
      case 'select':
        anchor.current = id;
        return setChosen(toggled(selection, id));
      case 'select-range':
        return setChosen(withRange(selection, rows, anchor.current, id));
      default:
        return dialogs[act].open([session]);
    }
  });
  const toggleAll = () => setChosen(withAllToggled(selection, rows));
  const actOnSelected = (act: BulkAct) => dialogs[act].open(selected);
  const closeDetails = () => {
    goToSession(null);
    if (openId !== null) handle.current?.focusRow(openId);
  };
  const shared = { rows, figures, selection, onRow, onMenu: hold, handle };
  return (
    <>
      <PageHead
        title="Sessions"
        description={data && `${many(data.total, 'session')}, at most ${count(data.max_sessions)}`}
        actions={
          <>
            <OperationsTray onOpen={operation.open} />
            <ExportMenu total={sessions.length} shown={rows} selected={selected} figures={figures} />
            <Button component={Link} href="/create" className="wide-only">
              Create sessions
            </Button>
          </>
        }
      />
      {!data && <NotLoaded error={error} height={320} label="Loading the sessions" />}
      {data && sessions.length === 0 && (
        <EmptyState
          title="No sessions yet"
          action={
            <Button component={Link} href="/create" variant="default">
              Create sessions for others
            </Button>
          }
        >
          One appears here as soon as an attendee launches an instance on the landing page, or when you create one.
        </EmptyState>
      )}
      {sessions.length > 0 && (
        <section className="sessions" aria-label="All sessions">
          <FilterBar sessions={sessions} view={view} onView={setView} narrow={!wide} />
          <div className="list">
            <ListBar
              shown={rows.length}
              total={sessions.length}
              selected={selection.size}
              covered={coverage(selection, rows)}
              narrowed={isNarrowed(view)}
              narrow={!wide}
              onToggleAll={toggleAll}
              onClearFilters={() => setView({ ...EVERYTHING, sort: view.sort })}
              onClearSelection={() => setChosen(new Set())}
              onAct={actOnSelected}
            />
            {rows.length === 0 && (
              <EmptyState
                title="No session matches"
                action={
                  <Button variant="default" onClick={() => setView({ ...EVERYTHING, sort: view.sort })}>
                    Clear the filters
                  </Button>
                }
              >
                None of {many(sessions.length, 'session')} fits the search and the filters.
              </EmptyState>
            )}
            {rows.length > 0 &&
              (wide ? (
                <SessionGrid
                  {...shared}
                  sort={view.sort}
                  onSort={(column) => setView(sortedBy(view, column))}
                  onToggleAll={toggleAll}
                />
              ) : (
                <SessionCards {...shared} />
              ))}
          </div>
        </section>
      )}
      <SessionDrawer
        id={openId}
        onClose={closeDetails}
        onAct={(act, session) => onRow(act, session)}
        covered={Object.values(dialogs).some(({ opened }) => opened)}
      />
      <ExtendDialog dialog={dialogs.extend} onStarted={operation.open} />
      <ConfirmActDialog act="restart" dialog={dialogs.restart} onStarted={operation.open} />
      <RotateKeysDialog dialog={dialogs.rotate} />
      <ConfirmActDialog act="terminate" dialog={dialogs.terminate} onStarted={operation.open} />
      <OperationDialog dialog={operation} onSelect={(ids) => setChosen(stillThere(new Set(ids), sessions))} />
    </>
  );
};
export default SessionsPage;
