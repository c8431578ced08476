import { fieldMessage } from '@jarvis/client';
import { Button, Group, NumberInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { NotLoaded } from '../../shared/not-loaded';
import { NUMBERS, configChanges, configErrors, draftOf, type ConfigDraft } from './config-changes';
import { refusedFeatures } from './feature-errors';
import { FeatureFields } from './feature-fields';
import { SourceBadge } from './source-badge';
import { useConfig, useUpdateConfig, type Config } from './use-config';

const ConfigForm = ({ config }: { config: Config }) => {
  const save = useUpdateConfig();
  const [edited, setEdited] = useState<ConfigDraft | null>(null);
  const draft = edited ?? draftOf(config);
  const errors = configErrors(draft);
  const changes = configChanges(config, draft);
  const nothing = Object.keys(changes).length === 0 && Object.keys(errors).length === 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!nothing && Object.keys(errors).length === 0) save.mutate(changes, { onSuccess: () => setEdited(null) });
  };
  return (
    <form onSubmit={submit} noValidate aria-label="Global settings" className="settings">
      {NUMBERS.map(({ name, label, about }) => (
        <div key={name} className="setting">
          <NumberInput
            label={label}
            description={about}
            value={draft[name]}
            onChange={(value) => setEdited({ ...draft, [name]: typeof value === 'number' ? value : '' })}
            error={errors[name] ?? fieldMessage(save.error, name)}
            hideControls
          />
          <SourceBadge source={config.sources[name]} />
        </div>
      ))}
      <div className="setting">
        <Title order={3} size="h4">
          What attendees may do
        </Title>
        <SourceBadge source={config.sources.features} />
      </div>
      <FeatureFields
        features={draft.features}
        errors={{ ...refusedFeatures((field) => fieldMessage(save.error, field)), ...errors }}
        onChange={(features) => setEdited({ ...draft, features: { ...draft.features, ...features } })}
      />
      <Group>
        <Button type="submit" loading={save.isPending} disabled={nothing || Object.keys(errors).length > 0}>
          Save settings
        </Button>
        {edited && !nothing && (
          <Button variant="default" onClick={() => setEdited(null)}>
            Discard changes
          </Button>
        )}
      </Group>
    </form>
  );
};

export const ConfigSection = () => {
  const { data, error } = useConfig();
  return (
    <section aria-label="Global settings">
      <div className="section-head">
        <Title order={2} size="h3">
          Global settings
        </Title>
      </div>
      {!data && <NotLoaded error={error} height={320} label="Loading the settings" />}
      {data && <ConfigForm config={data} />}
    </section>
  );
};
