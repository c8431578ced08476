import { Button, Group } from '@mantine/core';
import { Ago } from '../../shared/ago';
import type { AuditEntry } from '../audit/use-audit';
import { valueWords } from './setting-words';

interface Props {
  readonly theirs: unknown;
  readonly by: AuditEntry | undefined;
  readonly onTake: () => void;
  readonly onKeep: () => void;
}

/** Shown at a field that another organiser has changed while this one was editing it. */
export const Conflict = ({ theirs, by, onTake, onKeep }: Props) => (
  <div className="conflict" role="status">
    <p>
      {by ? by.actor : 'Another organiser'} changed this to <strong>{valueWords(theirs)}</strong>{' '}
      {by ? <Ago at={by.at} /> : 'while you were editing'}.
    </p>
    <Group gap="xs">
      <Button variant="default" size="compact-sm" onClick={onTake}>
        Take {valueWords(theirs)}
      </Button>
      <Button variant="subtle" size="compact-sm" onClick={onKeep}>
        Keep mine
      </Button>
    </Group>
  </div>
);
