import { fieldMessage } from '@jarvis/client';
import { Alert, Button, Group, Stack } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { featureErrors, refusedFeatures } from '../../config/feature-errors';
import { FeatureFields } from '../../config/feature-fields';
import { settingLabel, valueWords } from '../../config/setting-words';
import { useConfig, type Features } from '../../config/use-config';
import { useSessionConfig } from '../use-session-acts';
import type { AdminSession } from '../use-sessions';

type FeatureName = keyof Features;

/** What was changed again while `sent` was being saved. */
const without = (changes: Partial<Features>, sent: Partial<Features>): Partial<Features> =>
  Object.fromEntries(Object.entries(changes).filter(([name, value]) => value !== sent[name as FeatureName]));

interface NoteProps {
  readonly name: FeatureName;
  readonly platform: Features | undefined;
  readonly pending: boolean;
  readonly onReset: (name: FeatureName) => void;
}

const OverrideNote = ({ name, platform, pending, onReset }: NoteProps) => (
  <div className="override">
    <span>Set for this session alone{platform && `; the platform’s value is ${valueWords(platform[name])}`}.</span>
    <Button
      size="compact-sm"
      variant="default"
      disabled={pending}
      aria-label={`Reset ${settingLabel(name)} to the platform’s value`}
      onClick={() => onReset(name)}
    >
      Reset
    </Button>
  </div>
);

const Applied = ({ session }: { session: AdminSession }) => {
  const own = Object.keys(session.config_overrides).length;
  const whose =
    own === 0 ? 'All settings are the platform’s.' : `${own} of its settings ${own === 1 ? 'is' : 'are'} its own.`;
  if (session.config_applied)
    return (
      <p className="applied" data-applied>
        {whose} Its instance has taken the newest.
      </p>
    );
  return (
    <Alert color="yellow" role="status">
      {whose} Its instance has not taken the newest yet; it is tried again until it does.
    </Alert>
  );
};

/** What a session may do: the platform's features, and over them its own. */
export const SessionConfig = ({ session }: { session: AdminSession }) => {
  const { session_id: id, config, config_overrides: overrides } = session;
  const platform = useConfig().data?.features;
  const save = useSessionConfig();
  const [changes, setChanges] = useState<Partial<Features>>({});
  const draft = { ...config, ...changes };
  const errors = featureErrors(draft);
  const changed = Object.keys(changes).length > 0;
  const ready = changed && Object.keys(errors).length === 0;
  const reset = (name: FeatureName) => {
    save.mutate(
      { id, features: {}, reset: [name] },
      { onSuccess: () => setChanges(({ [name]: _dropped, ...others }) => others) },
    );
  };
  const notes = Object.fromEntries(
    (Object.keys(overrides) as FeatureName[]).map((name): [FeatureName, ReactNode] => [
      name,
      <OverrideNote key={name} name={name} platform={platform} pending={save.isPending} onReset={reset} />,
    ]),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) save.mutate({ id, features: changes }, { onSuccess: () => setChanges((now) => without(now, changes)) });
  };
  return (
    <form className="details-part" onSubmit={submit} noValidate aria-label="Settings of this session">
      <Applied session={session} />
      <Stack>
        <FeatureFields
          features={draft}
          errors={{ ...refusedFeatures((field) => fieldMessage(save.error, field)), ...errors }}
          notes={notes}
          onChange={(next) => setChanges((before) => ({ ...before, ...next }))}
        />
        <Group>
          <Button type="submit" loading={save.isPending} disabled={!ready}>
            Save for this session
          </Button>
          {changed && (
            <Button variant="default" onClick={() => setChanges({})}>
              Discard changes
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
};
