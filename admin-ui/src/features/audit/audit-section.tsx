import { Autocomplete, Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { EmptyState } from '../../shared/empty-state';
import { NotLoaded } from '../../shared/not-loaded';
import { useDebounced } from '../../shared/use-debounced';
import { AuditTable } from './audit-table';
import { useAuditPage, type AuditFilter } from './use-audit';

const SETTLE_MS = 300;
/** What organisers do; any other word may be typed. */
const ACTS = [
  'changed',
  'cleaned up',
  'configured',
  'extended',
  'logged in',
  'logged out',
  'opened',
  'restarted',
  'terminated',
];
const TARGETS = ['config', 'pool', 'sessions', 'volumes', 'messages', 'roster', 'reservations', 'operations'];

interface Draft {
  readonly actor: string;
  readonly action: string;
  readonly target: string;
}

const NOTHING: Draft = { actor: '', action: '', target: '' };

const filterOf = (draft: Draft): AuditFilter =>
  Object.fromEntries(
    Object.entries(draft)
      .map(([name, value]: [string, string]) => [name, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  );

interface FiltersProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

const Filters = ({ draft, onChange }: FiltersProps) => (
  <div className="filters" role="search" aria-label="Audit log">
    <TextInput
      label="Who"
      placeholder="Anybody"
      value={draft.actor}
      onChange={(event) => onChange({ ...draft, actor: event.currentTarget.value })}
    />
    <Autocomplete
      label="Act"
      placeholder="Any act"
      data={ACTS}
      value={draft.action}
      onChange={(action) => onChange({ ...draft, action })}
    />
    <Autocomplete
      label="On what"
      placeholder="A session’s id, or a part"
      data={TARGETS}
      value={draft.target}
      onChange={(target) => onChange({ ...draft, target })}
    />
    {draft !== NOTHING && (
      <Button variant="subtle" onClick={() => onChange(NOTHING)}>
        Show all
      </Button>
    )}
  </div>
);

/** Pages back into the trail; the first one goes on as things happen. */
const AuditPages = ({ filter }: { filter: AuditFilter }) => {
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const { data, error, isFetching } = useAuditPage(filter, cursors.at(-1) ?? null);
  if (!data) return <NotLoaded error={error} height={280} label="Loading the audit log" />;
  if (data.entries.length === 0) {
    return (
      <EmptyState title={Object.keys(filter).length > 0 ? 'No such entry' : 'Nothing was done yet'}>
        Each act of an organiser is on record: who, what, when, and from where. The last ten thousand are kept.
      </EmptyState>
    );
  }
  const { next } = data;
  return (
    <>
      <div className="card roomy">
        <AuditTable key={cursors.length} entries={data.entries} />
      </div>
      {(cursors.length > 0 || next !== null) && (
        <Group justify="space-between">
          <Button
            variant="default"
            disabled={cursors.length === 0 || isFetching}
            onClick={() => setCursors(cursors.slice(0, -1))}
          >
            Newer
          </Button>
          <span className="dim small">Page {cursors.length + 1}</span>
          <Button
            variant="default"
            disabled={next === null || isFetching}
            onClick={() => next !== null && setCursors([...cursors, next])}
          >
            Older
          </Button>
        </Group>
      )}
    </>
  );
};

/** Who did what, when, and from where. */
export const AuditSection = () => {
  const [draft, setDraft] = useState(NOTHING);
  const filter = filterOf(useDebounced(draft, SETTLE_MS));
  return (
    <section aria-label="Audit log" className="block">
      <Filters draft={draft} onChange={setDraft} />
      <AuditPages key={JSON.stringify(filter)} filter={filter} />
    </section>
  );
};
