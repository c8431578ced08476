import { messageOf } from '@jarvis/client';
import { Alert, Button } from '@mantine/core';
import { useNow } from '../../../shared/use-now';
import { useSessions } from '../../sessions/use-sessions';
import { Working } from './working';
import { cleanedWords, overdueOf, overdueWords } from './upkeep-words';
import { useCleanUp } from './use-upkeep';

export const CleanupCard = () => {
  const sessions = useSessions();
  const cleanUp = useCleanUp();
  const now = useNow(2000);
  const overdue = sessions.data && overdueOf(sessions.data.sessions, now).length;
  return (
    <section aria-label="Expired sessions" className="card roomy">
      <div>
        <h2 className="card-title">Expired sessions</h2>
        <p className="dim flush">
          A session whose time has run out is ended by itself within seconds. If some stay, this ends all of them at
          once, with their containers, networks and ports.
        </p>
      </div>
      <p className="figure">{overdue === undefined ? 'Counting…' : overdueWords(overdue)}</p>
      <div>
        <Button loading={cleanUp.isPending} onClick={() => cleanUp.mutate()}>
          Clean up expired
        </Button>
      </div>
      {cleanUp.isPending && <Working>Ending expired sessions…</Working>}
      {cleanUp.error && (
        <Alert color="red" role="alert" title="That did not work" withCloseButton onClose={cleanUp.reset}>
          {messageOf(cleanUp.error)}
        </Alert>
      )}
      {cleanUp.data && (
        <Alert
          className="good-news"
          role="status"
          title={cleanedWords(cleanUp.data)}
          withCloseButton
          closeButtonLabel="Dismiss the result"
          onClose={cleanUp.reset}
        >
          {cleanUp.data.sessions.length > 0 && <span className="mono">{cleanUp.data.sessions.join(', ')}</span>}
        </Alert>
      )}
    </section>
  );
};
