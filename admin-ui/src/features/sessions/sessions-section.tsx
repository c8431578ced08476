import { Button, Skeleton, Text, TextInput, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useDialog } from '../../shared/use-dialog';
import { ExtendDialog } from './extend-dialog';
import { findSessions } from './find-sessions';
import type { SessionAction } from './row-actions';
import { SessionDrawer } from './session-drawer';
import { SessionCards, SessionTable } from './session-table';
import { TerminateDialog } from './terminate-dialog';
import { useCleanup, useSessions } from './use-sessions';

const Nothing = ({ total }: { total: number }) => (
  <Text c="dimmed" py="xl" ta="center">
    {total === 0
      ? 'No sessions yet. One appears here as soon as an attendee launches an instance.'
      : 'No session matches.'}
  </Text>
);

export const SessionsSection = () => {
  const { data, error } = useSessions();
  const cleanup = useCleanup();
  const wide = useMediaQuery('(min-width: 68em)', undefined, { getInitialValueInEffect: false });
  const [words, setWords] = useState('');
  const details = useDialog<string>();
  const extend = useDialog<string>();
  const terminate = useDialog<string>();
  const onAction = (action: SessionAction, id: string) => ({ details, extend, terminate })[action].open(id);
  const terminated = () => {
    terminate.close();
    details.close();
  };
  const Sessions = wide ? SessionTable : SessionCards;
  const found = findSessions(data?.sessions ?? [], words);
  return (
    <section aria-label="All sessions">
      <div className="section-head">
        <Title order={2} size="h3">
          {data ? `${data.total} session${data.total === 1 ? '' : 's'}` : 'Sessions'}
        </Title>
        <TextInput
          className="grow"
          type="search"
          label="Find a user, session or status"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Button variant="default" loading={cleanup.isPending} onClick={() => cleanup.mutate(undefined)}>
          Clean up expired
        </Button>
      </div>
      {!data && !error && <Skeleton height={200} aria-label="Loading the sessions" />}
      {data && (found.length > 0 ? <Sessions sessions={found} onAction={onAction} /> : <Nothing total={data.total} />)}
      <SessionDrawer dialog={details} onAction={onAction} covered={extend.opened || terminate.opened} />
      <ExtendDialog dialog={extend} />
      <TerminateDialog dialog={terminate} onDone={terminated} />
    </section>
  );
};
