import { Paper, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { StateWord } from '../../shared/state-word';
import { Seats } from './seats';
import type { Health } from './use-health';

const Tile = ({ name, children }: { name: string; children: ReactNode }) => (
  <Paper withBorder p="md" className="tile">
    <dt>{name}</dt>
    <dd>{children}</dd>
  </Paper>
);

const DRIVERS: Record<string, string> = { docker: 'Docker', process: 'Local processes' };

export const Summary = ({ health }: { health: Health | undefined }) => {
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
