import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { EmptyState } from '../../shared/empty-state';
import { NotLoaded } from '../../shared/not-loaded';
import { SuggestField } from '../../shared/suggest-field';
import { useDebounced } from '../../shared/use-debounced';
import { AuditTable } from './audit-table';
import { useAuditPage, type AuditFilter } from './use-audit';

const SETTLE_MS = 300;
/** What organisers do; any other word may be typed. */
const ACTS = [
  'changed',
  'cleaned up',
  'configured',
  'exchanged keys',
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
    <SuggestField
      label="Act"
      placeholder="Any act"
      words={ACTS}
      value={draft.action}
      onChange={(action) => onChange({ ...draft, action })}
    />
    <SuggestField
      label="On what"
      placeholder="A session’s id, or a part"
      words={TARGETS}
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

interface PagesProps {
  readonly filter: AuditFilter;
  readonly cursors: readonly string[];
  /** Whether another filter is being written. */
  readonly changing: boolean;
  readonly onCursors: (cursors: readonly string[]) => void;
}

/** Pages back into the trail; the first one goes on as things happen. What is shown stays until the next answer is there. */
const AuditPages = ({ filter, cursors, changing, onCursors }: PagesProps) => {
  const { data, error, isPlaceholderData } = useAuditPage(filter, cursors.at(-1) ?? null);
  if (!data) return <NotLoaded error={error} height={280} label="Loading the audit log" />;
  const { entries, next, asked } = data;
  const outdated = changing || isPlaceholderData;
  return (
    <div className="block outdated" aria-busy={outdated}>
      {entries.length === 0 ? (
        <EmptyState title={Object.keys(asked.filter).length > 0 ? 'No such entry' : 'Nothing was done yet'}>
          Each act of an organiser is on record: who, what, when, and from where. The last ten thousand are kept.
        </EmptyState>
      ) : (
        <div className="card roomy">
          <AuditTable key={JSON.stringify(asked)} entries={entries} />
        </div>
      )}
      {(cursors.length > 0 || next !== null) && (
        <Group justify="space-between">
          <Button
            variant="default"
            disabled={cursors.length === 0 || outdated}
            onClick={() => onCursors(cursors.slice(0, -1))}
          >
            Newer
          </Button>
          <span className="dim small">Page {cursors.length + 1}</span>
          <Button
            variant="default"
            disabled={next === null || outdated}
            onClick={() => next !== null && onCursors([...cursors, next])}
          >
            Older
          </Button>
        </Group>
      )}
    </div>
  );
};

/** Who did what, when, and from where. */
export const AuditSection = () => {
  const [draft, setDraft] = useState(NOTHING);
  const settled = useDebounced(draft, SETTLE_MS);
  const [at, setAt] = useState<{ readonly of: Draft; readonly cursors: readonly string[] }>({
    of: settled,
    cursors: [],
  });
  return (
    <section aria-label="Audit log" className="block">
      <Filters draft={draft} onChange={setDraft} />
      <AuditPages
        filter={filterOf(settled)}
        changing={draft !== settled}
        // Another filter begins at its newest entries.
        cursors={at.of === settled ? at.cursors : []}
        onCursors={(cursors) => setAt({ of: settled, cursors })}
      />
    </section>
  );
};
