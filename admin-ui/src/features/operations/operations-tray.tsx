import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import { clock } from '../../shared/time';
import { operationPercent, operationResult, operationTitle, type Operation } from './operation-words';
import { useOperations } from './use-operations';

const Item = ({ operation, onOpen }: { operation: Operation; onOpen: () => void }) => (
  <li>
    <button type="button" className="tray-item" onClick={onOpen}>
      <span>{operationTitle(operation)}</span>
      <span className="dim tabular">
        {operation.status === 'running' ? `${operationPercent(operation)} %` : operationResult(operation)} ·{' '}
        {operation.actor}, {clock(Date.parse(operation.started_at))}
      </span>
      {operation.status === 'running' && (
        <span className="thin-bar" aria-hidden="true">
          <span style={{ width: `${operationPercent(operation)}%` }} />
        </span>
      )}
    </button>
  </li>
);

/** What runs or ran within the last day, by whichever organiser. */
export const OperationsTray = ({ onOpen }: { onOpen: (id: string) => void }) => {
  const { data } = useOperations();
  const [opened, setOpened] = useState(false);
  const operations = data?.operations ?? [];
  const running = operations.filter(({ status }) => status === 'running').length;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={340} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" onClick={() => setOpened(!opened)} data-running={running > 0 || undefined}>
          Operations{running > 0 ? ` · ${running} running` : ''}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Operations of the last day" className="tray">
        {operations.length === 0 ? (
          <p className="dim">Nothing was done to many sessions at once within the last day.</p>
        ) : (
          <ul>
            {operations.map((operation) => (
              <Item
                key={operation.operation_id}
                operation={operation}
                onOpen={() => {
                  setOpened(false);
                  onOpen(operation.operation_id);
                }}
              />
            ))}
          </ul>
        )}
      </Popover.Dropdown>
    </Popover>
  );
};
