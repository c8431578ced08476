import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { NumberField } from '../../shared/number-field';
import { draftOf, isSamePlan, planErrors, planOf, type DraftStep } from './plan-draft';
import { useUpdatePool, type Pool } from './use-pool';

/** The ramp plan: from when on how many warm instances are kept. */
export const PlanEditor = ({ pool }: { pool: Pool }) => {
  const save = useUpdatePool('Plan saved.');
  const [edited, setEdited] = useState<readonly DraftStep[] | null>(null);
  const draft = edited ?? draftOf(pool.plan);
  const errors = planErrors(draft);
  const plan = planOf(draft);
  const changed = edited !== null && !isSamePlan(pool.plan, edited);
  const change = (id: number, step: Partial<DraftStep>) =>
    setEdited(draft.map((each) => (each.id === id ? { ...each, ...step } : each)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!plan || !changed) return;
    save.mutate({ plan }, { onSuccess: () => setEdited((now) => (now === edited ? null : now)) });
  };
  return (
    <form onSubmit={submit} noValidate aria-label="Ramp plan">
      <Stack>
        <div>
          <Title order={3} size="h4">
            Ramp plan
          </Title>
          <Text size="sm" c="dimmed">
            From each time on, so many warm instances are kept: every day at a time of this host’s clock (08:45), or
            once at a moment with its zone (2026-05-04T08:45:00Z). Empty is no plan.
          </Text>
        </div>
        {draft.map(({ id, at, keep }, index) => (
          <div key={id} className="step" role="group" aria-label={`Step ${index + 1}`}>
            <TextInput
              label="From"
              value={at}
              placeholder="08:45"
              onChange={(event) => change(id, { at: event.currentTarget.value.trim() })}
              error={at === '' ? undefined : errors[index]?.at}
            />
            <NumberField
              label="Keep"
              value={keep}
              onChange={(value) => change(id, { keep: value })}
              error={keep === '' ? undefined : errors[index]?.keep}
            />
            <Button
              variant="default"
              aria-label={`Remove step ${index + 1}`}
              onClick={() => setEdited(draft.filter((step) => step.id !== id))}
            >
              Remove
            </Button>
          </div>
        ))}
        <Group>
          <Button
            variant="default"
            onClick={() =>
              setEdited([...draft, { id: Math.max(-1, ...draft.map(({ id }) => id)) + 1, at: '', keep: '' }])
            }
          >
            Add a step
          </Button>
          <Button type="submit" loading={save.isPending} disabled={!changed || plan === null}>
            Save plan
          </Button>
          {changed && (
            <Button variant="default" onClick={() => setEdited(null)}>
              Discard changes
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
};
