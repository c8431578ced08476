import { Button, Progress } from '@mantine/core';
import { Ago } from '../../../shared/ago';
import { EmptyState } from '../../../shared/empty-state';
import { NotLoaded } from '../../../shared/not-loaded';
import { useNow } from '../../../shared/use-now';
import { MessageBanner } from './message-banner';
import { endWords, reachWords } from './message-words';
import { useMessages, useTakeBack, type MessageList, type SentMessage } from './use-messages';

const Shown = ({ message }: { message: SentMessage }) => {
  const takeBack = useTakeBack();
  const now = useNow(10_000);
  return (
    <li className="card">
      <MessageBanner text={message.text} severity={message.severity} />
      <div className="card-head">
        <p className="dim small flush">
          {message.actor}, <Ago at={message.created_at} />; shown {endWords(message.ends_at, now)}
        </p>
        <Button
          variant="default"
          size="compact-sm"
          loading={takeBack.isPending}
          aria-label={`Take back: ${message.text}`}
          onClick={() => takeBack.mutate(message.message_id)}
        >
          Take back
        </Button>
      </div>
    </li>
  );
};

const Reach = ({ list }: { list: MessageList }) => (
  <div className="stack-sm">
    <p role="status" className="flush">
      {reachWords(list)}
    </p>
    {list.applied < list.active && (
      <Progress value={(list.applied / list.active) * 100} color="yellow" size="sm" aria-label="Instances reached" />
    )}
  </div>
);

/** What attendees are told at this moment, and how far it has come. */
export const ShownMessages = () => {
  const { data, error } = useMessages();
  return (
    <section aria-label="Shown now" className="block">
      <h2 className="card-title">Shown now</h2>
      {!data && <NotLoaded error={error} height={120} label="Loading the messages" />}
      {data?.messages.length === 0 && (
        <EmptyState title="Attendees are told nothing">A message that you send stands here until it goes.</EmptyState>
      )}
      {data && data.messages.length > 0 && (
        <>
          <Reach list={data} />
          <ul className="cards">
            {data.messages.map((message) => (
              <Shown key={message.message_id} message={message} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
