import { fieldMessage } from '@jarvis/client';
import { Alert, Button, Text, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { NotLoaded } from '../../shared/not-loaded';
import { NumberField } from '../../shared/number-field';
import { clock, dateTime } from '../../shared/time';
import { PlanEditor } from './plan-editor';
import { PoolBars } from './pool-bars';
import { usePool, useUpdatePool, type Pool } from './use-pool';

const SOURCES: Record<Pool['target_source'], string> = {
  environment: 'from the environment',
  admin: 'set here',
  plan: 'from the plan',
};

const TargetForm = ({ pool }: { pool: Pool }) => {
  const save = useUpdatePool('The pool follows its new target.');
  const [edited, setEdited] = useState<number | '' | null>(null);
  const value = edited ?? pool.target;
  const fits = value !== '' && Number.isInteger(value) && value >= 0 && value <= 100_000;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!fits || edited === null) return;
    save.mutate({ target: value }, { onSuccess: () => setEdited((now) => (now === edited ? null : now)) });
  };
  return (
    <form onSubmit={submit} noValidate aria-label="Target" className="step">
      <NumberField
        label="Warm instances to keep"
        description="From now on, until a step of the plan says otherwise. They count within the cap on sessions."
        value={value}
        onChange={setEdited}
        error={fits ? fieldMessage(save.error, 'target') : 'A whole number from 0 to 100000'}
      />
      <Button type="submit" loading={save.isPending} disabled={!fits || edited === null || edited === pool.target}>
        Set target
      </Button>
    </form>
  );
};

const failureWords = ({ failures, error, retry_at: at }: NonNullable<Pool['backoff']>): string => {
  const starts = failures === 1 ? 'The last start failed' : `The last ${failures} starts failed`;
  return `${starts}: ${error.replace(/\.$/, '')}. The next try is at ${clock(Date.parse(at))}; setting a target tries at once.`;
};

const PoolState = ({ pool }: { pool: Pool }) => (
  <div className="card">
    <div className="pool-head">
      <span className="number">
        {pool.ready} <span className="of">of {pool.target} ready</span>
      </span>
      <span className="tag">{SOURCES[pool.target_source]}</span>
    </div>
    <PoolBars {...pool} />
    <Text size="sm" c="dimmed">
      {pool.starting} starting, {pool.retiring} being removed.
      {pool.next_at !== null && ` The plan changes the target to ${pool.next_target} on ${dateTime(pool.next_at)}.`}
    </Text>
  </div>
);

/** Instances that are started before anybody asks. */
export const PoolSection = () => {
  const { data, error } = usePool();
  return (
    <section aria-label="Warm instances">
      <div className="section-head">
        <Title order={2} size="h3">
          Warm instances
        </Title>
      </div>
      {!data && <NotLoaded error={error} height={240} label="Loading the pool" />}
      {data && (
        <div className="settings">
          {data.backoff && (
            <Alert color="red" role="alert" title="Warm instances do not start">
              {failureWords(data.backoff)}
            </Alert>
          )}
          <PoolState pool={data} />
          <TargetForm pool={data} />
          <PlanEditor pool={data} />
        </div>
      )}
    </section>
  );
};
