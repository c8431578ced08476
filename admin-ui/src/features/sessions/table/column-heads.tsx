import { UnstyledButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { coverage } from './selection';
import type { Column, Sort } from './view';

export const COLUMN_NAMES: Record<Column, string> = {
  user: 'User',
  session: 'Session',
  state: 'State',
  containers: 'Containers',
  started: 'Started',
  expires: 'Expires in',
  cpu: 'CPU',
  memory: 'Memory',
};

interface SelectAllProps {
  readonly covered: ReturnType<typeof coverage>;
  readonly count: number;
  readonly onToggle: () => void;
}

export const SelectAll = ({ covered, count, onToggle }: SelectAllProps) => {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = covered === 'some';
  }, [covered]);
  return (
    <input
      ref={box}
      type="checkbox"
      aria-label={`Select all ${count} shown`}
      checked={covered === 'all'}
      onChange={onToggle}
    />
  );
};

interface Props extends SelectAllProps {
  readonly sort: Sort;
  readonly onSort: (column: Column) => void;
}

const CLASSES: Partial<Record<Column, string>> = {
  started: 'cell-started',
  cpu: 'cell-number',
  memory: 'cell-number',
};

/** The head of the table; each name sorts by its column. */
export const ColumnHeads = ({ sort, onSort, ...all }: Props) => (
  <div role="row" className="sheet-head" aria-rowindex={1}>
    <div role="columnheader" className="cell-select">
      <SelectAll {...all} />
    </div>
    {(Object.keys(COLUMN_NAMES) as Column[]).map((column) => {
      const order = sort.descending ? 'descending' : 'ascending';
      return (
        <div
          key={column}
          role="columnheader"
          className={CLASSES[column]}
          aria-sort={sort.column === column ? order : 'none'}
        >
          <UnstyledButton className="sort" onClick={() => onSort(column)}>
            {COLUMN_NAMES[column]}
            <span aria-hidden="true" className="sort-mark" />
          </UnstyledButton>
        </div>
      );
    })}
    <div role="columnheader" className="cell-menu">
      <span className="unseen">Actions</span>
    </div>
  </div>
);
