import { fieldMessage, messageOf } from '@jarvis/client';
import { Alert, Button, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Choice } from './choice';
import { MessageBanner } from './message-banner';
import { DURATIONS, MOST_CHARACTERS, counterWords, textError } from './message-words';
import { useSendMessage, type Severity } from './use-messages';

const SEVERITIES = [
  { value: 'info', label: 'For information' },
  { value: 'warning', label: 'Warning' },
];
const DURATION_OPTIONS = DURATIONS.map(({ label }) => ({ value: label, label }));

/** Writes a message to all attendees, and shows it as they will see it. */
export const Compose = () => {
  const send = useSendMessage();
  const [text, setText] = useState('');
  const [severity, setSeverity] = useState<Severity>('info');
  const [lasting, setLasting] = useState<string>(DURATIONS[1].label);
  const error = textError(text);
  const minutes = DURATIONS.find(({ label }) => label === lasting)?.minutes ?? null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (error) return;
    send.mutate(
      { text, severity, ...(minutes === null ? {} : { minutes }) },
      { onSuccess: () => setText((now) => (now === text ? '' : now)) },
    );
  };
  const refusal = fieldMessage(send.error, 'text');
  return (
    <form onSubmit={submit} noValidate aria-label="New message" className="card roomy">
      <div>
        <h2 className="card-title">Tell all attendees something</h2>
        <p className="dim flush">They see it on the landing page and in their instance within seconds.</p>
      </div>
      <div>
        <Textarea
          label="Text"
          description="Plain text. Say what happens, when, and what to do."
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={text.length > MOST_CHARACTERS ? error : refusal}
          autosize
          minRows={3}
          maxRows={8}
        />
        <p className="counter" data-over={text.length > MOST_CHARACTERS || undefined}>
          {counterWords(text)}
        </p>
      </div>
      <Choice
        label="Kind"
        value={severity}
        options={SEVERITIES}
        onChange={(value) => setSeverity(value === 'warning' ? 'warning' : 'info')}
      />
      <Choice label="Shown for" value={lasting} options={DURATION_OPTIONS} onChange={setLasting} />
      <div role="group" aria-label="Preview">
        <p className="field-name">As attendees see it</p>
        <MessageBanner
          text={text.trim() === '' ? 'Your message appears here while you write.' : text}
          severity={severity}
        />
      </div>
      {send.error && refusal === undefined && (
        <Alert color="red" role="alert" title="The message was not sent">
          {messageOf(send.error)}
        </Alert>
      )}
      <div>
        <Button type="submit" loading={send.isPending} disabled={error !== undefined}>
          Send to all attendees
        </Button>
      </div>
    </form>
  );
};
