import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { count } from '../../../shared/format';
import { COLUMN_NAMES } from './column-heads';
import { countSessions, shownStates } from './find-sessions';
import type { SessionRow, SessionState } from './session-row';
import { UserField } from './user-field';
import { COLUMNS, EXPIRIES, STARTS, type Expiry, type Sort, type Start, type View } from './view';

const EXPIRY_WORDS: Record<Expiry, string> = {
  overdue: 'Overdue',
  '1h': 'Within 1 hour',
  '4h': 'Within 4 hours',
  today: 'Today',
  later: 'Tomorrow or later',
};
const START_WORDS: Record<Start, string> = { warm: 'Warm', cold: 'Cold' };
const STATE_WORDS: Partial<Record<SessionState, string>> = {
  creating: 'Creating',
  active: 'Active',
  stopping: 'Stopping',
};

interface Props {
  readonly sessions: readonly SessionRow[];
  readonly view: View;
  readonly onView: (view: View) => void;
  /** The narrow page has no heads of columns to sort by. */
  readonly narrow: boolean;
}

interface ChipProps {
  readonly pressed: boolean;
  readonly name: string;
  readonly number: number;
  readonly onClick: () => void;
}

const Chip = ({ pressed, name, number, onClick }: ChipProps) => (
  <button type="button" className="filter-chip" aria-pressed={pressed} onClick={onClick}>
    {name} <span className="tabular">{count(number)}</span>
  </button>
);

const StateChips = ({ sessions, view, onView }: Pick<Props, 'sessions' | 'view' | 'onView'>) => {
  const counts = useMemo(() => countSessions(sessions), [sessions]);
  const toggle = (state: SessionState) =>
    onView({
      ...view,
      states: view.states.includes(state) ? view.states.filter((each) => each !== state) : [...view.states, state],
    });
  return (
    <div className="filter-chips" role="group" aria-label="State">
      <Chip
        name="All"
        number={sessions.length}
        pressed={view.states.length === 0 && !view.trouble}
        onClick={() => onView({ ...view, states: [], trouble: false })}
      />
      {shownStates(counts, view.states).map((state) => (
        <Chip
          key={state}
          name={STATE_WORDS[state] ?? state}
          number={counts[state]}
          pressed={view.states.includes(state)}
          onClick={() => toggle(state)}
        />
      ))}
      {(counts.trouble > 0 || view.trouble) && (
        <Chip
          name="Trouble"
          number={counts.trouble}
          pressed={view.trouble}
          onClick={() => onView({ ...view, trouble: !view.trouble })}
        />
      )}
    </div>
  );
};

const SORTS = COLUMNS.flatMap((column) =>
  [false, true].map((descending) => ({
    value: `${descending ? '-' : ''}${column}`,
    label: `${COLUMN_NAMES[column]}, ${descending ? 'descending' : 'ascending'}`,
  })),
);
const sortOf = (value: string): Sort | undefined => {
  const descending = value.startsWith('-');
  const column = COLUMNS.find((each) => each === value.slice(descending ? 1 : 0));
  return column && { column, descending };
};

/** What is chosen from lists: expiry, start and user, and on a narrow page the order. */
const Choices = ({ sessions, view, onView, narrow }: Props) => {
  const users = useMemo(() => {
    const all = new Set(sessions.map(({ user_id }) => user_id));
    if (view.user !== null) all.add(view.user);
    return [...all].toSorted();
  }, [sessions, view.user]);
  return (
    <>
      <NativeSelect
        label="Expires"
        value={view.expiry ?? ''}
        data={[{ value: '', label: 'Any time' }, ...EXPIRIES.map((value) => ({ value, label: EXPIRY_WORDS[value] }))]}
        onChange={({ currentTarget: { value } }) =>
          onView({ ...view, expiry: EXPIRIES.find((each) => each === value) ?? null })
        }
      />
      <NativeSelect
        label="Start"
        value={view.start ?? ''}
        data={[{ value: '', label: 'Warm or cold' }, ...STARTS.map((value) => ({ value, label: START_WORDS[value] }))]}
        onChange={({ currentTarget: { value } }) =>
          onView({ ...view, start: STARTS.find((each) => each === value) ?? null })
        }
      />
      <UserField users={users} value={view.user} onChange={(user) => onView({ ...view, user })} />
      {narrow && (
        <NativeSelect
          className="filter-sort"
          label="Sort by"
          value={`${view.sort.descending ? '-' : ''}${view.sort.column}`}
          data={SORTS}
          onChange={({ currentTarget: { value } }) => onView({ ...view, sort: sortOf(value) ?? view.sort })}
        />
      )}
    </>
  );
};

/** Opens what a narrow page has no room for, and says how much of it is set. */
const ChoicesButton = ({
  view,
  opened,
  onOpen,
}: {
  view: View;
  opened: boolean;
  onOpen: (opened: boolean) => void;
}) => {
  const set = [view.expiry, view.start, view.user].filter((choice) => choice !== null).length;
  return (
    <Button className="filter-more" variant="default" aria-expanded={opened} onClick={() => onOpen(!opened)}>
      Filters{set > 0 && ` · ${set}`}
    </Button>
  );
};

/** What the table is narrowed to: by words as they are typed, by state, expiry, start and user. */
export const FilterBar = (props: Props) => {
  const { sessions, view, onView, narrow } = props;
  const [opened, setOpened] = useState(false);
  return (
    <search className="session-filters">
      <div className="filter-fields">
        <div className="filter-first">
          <TextInput
            className="filter-words"
            type="search"
            label="Search"
            placeholder="Session id, user or error"
            value={view.words}
            onChange={(event) => onView({ ...view, words: event.currentTarget.value })}
          />
          {narrow && <ChoicesButton view={view} opened={opened} onOpen={setOpened} />}
        </div>
        {(opened || !narrow) && <Choices {...props} />}
      </div>
      <StateChips sessions={sessions} view={view} onView={onView} />
    </search>
  );
};
