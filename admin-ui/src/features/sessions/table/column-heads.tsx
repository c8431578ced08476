import { UnstyledButton } from '@mantine/core';
import { SelectAll } from '../../../shared/select-all';
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

interface Props {
  readonly covered: ReturnType<typeof coverage>;
  readonly count: number;
  readonly onToggle: () => void;
  readonly sort: Sort;
  readonly onSort: (column: Column) => void;
}

const CLASSES: Partial<Record<Column, string>> = {
  started: 'cell-started',
  cpu: 'cell-number',
  memory: 'cell-number',
};

/** The head of the table; each name sorts by its column. */
export const ColumnHeads = ({ covered, count, onToggle, sort, onSort }: Props) => (
  <div role="row" className="sheet-head" aria-rowindex={1}>
    <div role="columnheader" className="cell-select">
      <SelectAll label={`Select all ${count} shown`} covered={covered} onToggle={onToggle} />
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
