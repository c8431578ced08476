import { Paper, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { StateWord } from '../../shared/state-word';
import { Seats } from './seats';
import { duration } from '../../shared/time';
import type { Capacity } from './use-capacity';
import type { Health } from './use-health';

const Tile = ({ name, children }: { name: string; children: ReactNode }) => (
  <Paper withBorder p="md" className="tile">
    <dt>{name}</dt>
    <dd>{children}</dd>
  </Paper>
);

const DRIVERS: Record<string, string> = { docker: 'Docker', process: 'Local processes' };

const waitWords = ({ length, max_length: most, estimated_wait_seconds: seconds }: Capacity['waiting']): string => {
  if (most === 0) return 'no waiting room';
  if (length === 0) return 'nobody in line';
  return seconds === null ? 'in line' : `in line, ${duration(seconds * 1000)} at its end`;
};

interface Props {
  readonly health: Health | undefined;
  readonly capacity: Capacity | undefined;
}

export const Summary = ({ health, capacity }: Props) => {
  if (!health) return <Skeleton height={110} aria-label="Loading the platform’s state" />;
  const { active_sessions: active, max_sessions: max, engine } = health;
  return (
    <section aria-label="Summary">
      <dl className="tiles">
        <Tile name="Active sessions">
          <span className="number">
            {active ?? 'unknown'} {max !== null && <span className="dim">of {max}</span>}
          </span>
          {active !== null && max !== null && <Seats active={active} max={max} />}
        </Tile>
        <Tile name="Warm instances">
          <span className="number">{capacity?.warm.ready ?? 'unknown'}</span>
          <div className="dim">{capacity ? `ready, ${capacity.warm.starting} starting` : ''}</div>
        </Tile>
        <Tile name="Waiting room">
          <span className="number">{capacity?.waiting.length ?? 'unknown'}</span>
          <div className="dim">{capacity ? waitWords(capacity.waiting) : ''}</div>
        </Tile>
        <Tile name="Platform">
          <StateWord state={health.status} />
        </Tile>
        <Tile name="Redis">
          <StateWord state={health.redis} />
        </Tile>
        <Tile name={DRIVERS[engine.driver] ?? engine.driver}>
          <StateWord state={engine.status} />
        </Tile>
      </dl>
    </section>
  );
};
