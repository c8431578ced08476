import { fieldMessage } from '@jarvis/client';
import { Button, Group, Stack } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { featureErrors, refusedFeatures } from '../config/feature-errors';
import { FeatureFields } from '../config/feature-fields';
import type { Features } from '../config/use-config';
import { useSessionFeatures } from './use-sessions';

export const SessionFeaturesForm = ({ id, features }: { id: string; features: Features }) => {
  const save = useSessionFeatures();
  const [changes, setChanges] = useState<Partial<Features>>({});
  const draft = { ...features, ...changes };
  const errors = featureErrors(draft);
  const ready = Object.keys(changes).length > 0 && Object.keys(errors).length === 0;
  const refused = refusedFeatures((field) => fieldMessage(save.error, field));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) save.mutate({ id, features: changes }, { onSuccess: () => setChanges({}) });
  };
  return (
    <form onSubmit={submit} noValidate aria-label="Settings of this session">
      <Stack>
        <FeatureFields
          features={draft}
          errors={{ ...refused, ...errors }}
          onChange={(next) => setChanges((before) => ({ ...before, ...next }))}
        />
        <Group>
          <Button type="submit" loading={save.isPending} disabled={!ready}>
            Save for this session
          </Button>
          {Object.keys(changes).length > 0 && (
            <Button variant="default" onClick={() => setChanges({})}>
              Discard changes
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
};
