import { useEffect, useState } from 'preact/hooks';
import { ApiError, call, messageOf } from './api';
import { Field } from './field';
import { formatAddress, formatCount } from './format';
import type { Choice, Destination, Preview, Send, Session } from './types';

interface Props {
  readonly choice: Choice | undefined;
  readonly destinations: readonly Destination[];
  readonly session: Session;
  readonly onPreview: (preview: Preview) => void;
  readonly onSent: (send: Send) => void;
  readonly onNewDestination: () => void;
}

const PREVIEW_MAX = 50;

/** How many events of the chosen source go where, and how fast. */
export function SendPanel({ choice, destinations, session, onPreview, onSent, onNewDestination }: Props) {
  const [destinationId, setDestinationId] = useState('');
  const [count, setCount] = useState('100');
  const [rate, setRate] = useState('');
  const [busy, setBusy] = useState<'preview' | 'send' | undefined>();
  const [error, setError] = useState<ApiError | undefined>();

  const chosen = destinations.find(({ id }) => id === destinationId) ?? destinations[0];
  useEffect(() => {
    if (choice) setCount(choice.kind === 'scenario' ? String(choice.item.default_count) : '100');
  }, [choice?.kind, choice?.item.id]);

  const source = choice && { [choice.kind === 'product' ? 'product_id' : 'scenario_id']: choice.item.id };
  const blocked = blockedBy(choice, session);

  const act = async (kind: 'preview' | 'send', work: () => Promise<void>): Promise<void> => {
    setBusy(kind);
    setError(undefined);
    try {
      await work();
    } catch (cause) {
      setError(cause instanceof ApiError ? cause : new ApiError(messageOf(cause), 0));
    } finally {
      setBusy(undefined);
    }
  };
  const preview = (): void =>
    void act('preview', async () => {
      const wanted = choice?.kind === 'scenario' ? choice.item.default_count : 10;
      onPreview(await call<Preview>('POST', 'generate', { ...source, count: Math.min(wanted, PREVIEW_MAX) }));
    });
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    void act('send', async () => {
      const body = {
        ...source,
        destination_id: chosen?.id,
        count: Number(count),
        rate: rate === '' ? null : Number(rate),
      };
      onSent(await call<Send>('POST', 'sends', body));
    });
  };

  return (
    <section class="panel" aria-labelledby="send">
      <h2 id="send">Send</h2>
      <p class="chosen">{choice ? choice.item.name : 'Choose a product or scenario first.'}</p>
      <form onSubmit={send} noValidate>
        <Field
          id="destination"
          label="Destination"
          hint={chosen && formatAddress(chosen)}
          error={error?.fields['destination_id']}
        >
          {destinations.length > 0 ? (
            <select
              id="destination"
              aria-describedby="destination-hint"
              value={chosen?.id}
              onChange={(event) => setDestinationId(event.currentTarget.value)}
            >
              {destinations.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          ) : (
            <button
              type="button"
              id="destination"
              class="wide-button"
              disabled={!session.features.destinations}
              onClick={onNewDestination}
            >
              Create your first destination
            </button>
          )}
        </Field>
        <div class="pair">
          <Field id="count" label="Number of events" error={error?.fields['count']}>
            <input
              id="count"
              type="number"
              inputMode="numeric"
              min="1"
              max="1000000"
              aria-describedby="count-hint"
              aria-invalid={Boolean(error?.fields['count'])}
              value={count}
              onInput={(event) => setCount(event.currentTarget.value)}
            />
          </Field>
          <Field id="rate" label="Events per second" hint="Empty: as fast as allowed" error={error?.fields['rate']}>
            <input
              id="rate"
              type="number"
              inputMode="decimal"
              min="0.1"
              step="any"
              aria-describedby="rate-hint"
              aria-invalid={Boolean(error?.fields['rate'])}
              value={rate}
              onInput={(event) => setRate(event.currentTarget.value)}
            />
          </Field>
        </div>
        {error && Object.keys(error.fields).length === 0 && (
          <p class="form-error" role="alert">
            {error.message}
          </p>
        )}
        {blocked && <p class="note">{blocked}</p>}
        <div class="actions">
          <button type="submit" class="primary" disabled={!choice || !chosen || Boolean(blocked) || busy !== undefined}>
            {busy === 'send' ? 'Starting…' : 'Send events'}
          </button>
          <button type="button" disabled={!choice || !choice.item.allowed || busy !== undefined} onClick={preview}>
            {busy === 'preview' ? 'Generating…' : 'Preview'}
          </button>
        </div>
      </form>
    </section>
  );
}

function blockedBy(choice: Choice | undefined, { features, usage }: Session): string | undefined {
  if (choice && !choice.item.allowed) return choice.item.reason ?? undefined;
  if (usage.events_left === 0)
    return `All ${formatCount(features.max_events ?? 0)} events of this session are used up.`;
  return undefined;
}
