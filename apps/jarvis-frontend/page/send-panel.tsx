import { useEffect, useState } from 'preact/hooks';
import { call, toApiError, type ApiError } from './api';
import { ExportLinks } from './export-links';
import { Field } from './field';
import { formatAddress, formatCount } from './format';
import { NumberField } from './number-field';
import { RateField, SendAmount } from './send-amount';
import { foretell, noiseOf, sendBody, sourceOf, startForm, type SendForm } from './send-form';
import { SendTimeline } from './send-timeline';
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

/** How many events of the chosen source go where, when and how fast. */
export function SendPanel({ choice, destinations, session, onPreview, onSent, onNewDestination }: Props) {
  const [destinationId, setDestinationId] = useState('');
  const [form, setForm] = useState<SendForm>(() => startForm(choice));
  const [busy, setBusy] = useState<'preview' | 'send' | undefined>();
  const [error, setError] = useState<ApiError | undefined>();

  const chosen = destinations.find(({ id }) => id === destinationId) ?? destinations[0];
  useEffect(() => setForm(startForm(choice)), [choice?.kind, choice?.item.id]);
  const change = (some: Partial<SendForm>): void => setForm((before) => ({ ...before, ...some }));
  const blocked = blockedBy(choice, session);
  const errors = error?.fields ?? {};

  const act = async (kind: 'preview' | 'send', work: () => Promise<void>): Promise<void> => {
    setBusy(kind);
    setError(undefined);
    try {
      await work();
    } catch (cause) {
      setError(toApiError(cause));
    } finally {
      setBusy(undefined);
    }
  };
  const preview = (source: Choice): void =>
    void act('preview', async () => onPreview(await call<Preview>('POST', 'generate', previewBody(source, form))));
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!choice) return;
    void act('send', async () =>
      onSent(await call<Send>('POST', 'sends', { ...sendBody(choice, form), destination_id: chosen?.id })),
    );
  };

  return (
    <section class="panel" aria-labelledby="send">
      <h2 id="send">Send</h2>
      <p class="chosen">{choice ? choice.item.name : 'Choose a product, scenario or upload first.'}</p>
      <form onSubmit={send} noValidate>
        <Field
          id="destination"
          label="Destination"
          hint={chosen && (chosen.refused ?? formatAddress(chosen))}
          error={errors['destination_id']}
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
        {choice?.kind === 'product' && <SendAmount form={form} errors={errors} onChange={change} />}
        {choice && choice.kind !== 'product' && choice.item.lasts_s === null && (
          <RateField form={form} errors={errors} onChange={change} />
        )}
        {choice && choice.kind !== 'product' && choice.item.lasts_s !== null && (
          <SendTimeline
            lengthMs={choice.item.lasts_s * 1000}
            withNoise={choice.kind === 'scenario'}
            form={form}
            errors={errors}
            onChange={change}
          />
        )}
        <details class="more-options">
          <summary>More options</summary>
          {choice && choice.kind !== 'product' && (
            <NumberField
              id="count"
              label="Number of events"
              error={errors['count']}
              min="1"
              max={choice.kind === 'upload' ? String(choice.item.default_count) : undefined}
              value={form.count}
              onChange={(count) => change({ count })}
            />
          )}
          {choice?.kind !== 'upload' && (
            <Field
              id="seed"
              label="Seed"
              hint="The same seed makes the same events. Empty: by chance"
              error={errors['seed']}
            >
              <input
                id="seed"
                maxLength={64}
                aria-describedby="seed-hint"
                value={form.seed}
                onInput={(event) => change({ seed: event.currentTarget.value })}
              />
            </Field>
          )}
        </details>
        {choice && <p class="foretold">{foretell(choice, form)}</p>}
        {error && Object.keys(errors).length === 0 && (
          <p class="form-error" role="alert">
            {error.message}
          </p>
        )}
        {blocked && <p class="note">{blocked}</p>}
        <div class="actions">
          <button type="submit" class="primary" disabled={!choice || !chosen || Boolean(blocked) || busy !== undefined}>
            {busy === 'send' ? 'Starting…' : 'Send events'}
          </button>
          <button
            type="button"
            disabled={!choice?.item.allowed || busy !== undefined}
            onClick={() => choice && preview(choice)}
          >
            {busy === 'preview' ? 'Generating…' : 'Preview'}
          </button>
        </div>
      </form>
      {choice?.item.allowed && <ExportLinks choice={choice} form={form} />}
    </section>
  );
}

const previewBody = (choice: Choice, form: SendForm): object => ({
  ...sourceOf(choice),
  ...(form.seed && { seed: form.seed }),
  count: choice.kind === 'product' ? 10 : Math.min(choice.item.default_count, PREVIEW_MAX),
  ...(choice.kind !== 'product' && { timeline: form.pace !== 'rate' }),
  ...(choice.kind === 'scenario' && { noise: noiseOf(form) }),
});

function blockedBy(choice: Choice | undefined, { features, usage }: Session): string | undefined {
  if (choice && !choice.item.allowed) return choice.item.reason ?? undefined;
  if (usage.events_left === 0)
    return `All ${formatCount(features.max_events ?? 0)} events of this session are used up.`;
  return undefined;
}
