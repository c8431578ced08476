import { Button } from '@mantine/core';
import { count, many } from '../../../shared/format';
import type { BulkAct } from '../bulk-act';
import { SelectAll } from '../../../shared/select-all';
import type { coverage } from './selection';

interface Props {
  readonly shown: number;
  readonly total: number;
  readonly selected: number;
  readonly covered: ReturnType<typeof coverage>;
  readonly narrowed: boolean;
  /** The cards have no head to select all in. */
  readonly narrow: boolean;
  readonly onToggleAll: () => void;
  readonly onClearFilters: () => void;
  readonly onClearSelection: () => void;
  readonly onAct: (act: BulkAct) => void;
}

const ACTS: readonly (readonly [BulkAct, string])[] = [
  ['extend', 'Extend…'],
  ['restart', 'Restart…'],
  ['terminate', 'Terminate…'],
];

/** One line above the sessions: how many there are, or how many are selected and what can be done with them. It keeps its height. */
export const ListBar = (props: Props) => {
  const { shown, total, selected, covered, narrowed, narrow } = props;
  const counted = shown === total ? many(total, 'session') : `${count(shown)} of ${many(total, 'session')}`;
  return (
    <div
      className="list-bar"
      role="group"
      aria-label="Sessions shown and selected"
      data-selected={selected > 0 || undefined}
    >
      {narrow && shown > 0 && (
        <label className="tap">
          <SelectAll label={`Select all ${shown} shown`} covered={covered} onToggle={props.onToggleAll} />
        </label>
      )}
      <p className="list-count" aria-live="polite">
        {selected > 0 ? <strong>{count(selected)} selected</strong> : counted}
        {selected > 0 && <span className="dim"> of {count(total)}</span>}
      </p>
      {selected > 0 && covered !== 'all' && shown > 0 && !narrow && (
        <Button size="compact-sm" variant="subtle" onClick={props.onToggleAll}>
          Select all {count(shown)} shown
        </Button>
      )}
      <div className="list-acts">
        {selected > 0 ? (
          <>
            {ACTS.map(([act, words]) => (
              <Button
                key={act}
                size="compact-sm"
                variant="default"
                className={act === 'terminate' ? 'danger' : undefined}
                onClick={() => props.onAct(act)}
              >
                {words}
              </Button>
            ))}
            <Button size="compact-sm" variant="subtle" aria-label="Clear selection" onClick={props.onClearSelection}>
              {narrow ? 'Clear' : 'Clear selection'}
            </Button>
          </>
        ) : (
          narrowed && (
            <Button size="compact-sm" variant="subtle" onClick={props.onClearFilters}>
              Clear filters
            </Button>
          )
        )}
      </div>
    </div>
  );
};
