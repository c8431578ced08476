import { Progress } from '@mantine/core';
import { Link } from 'wouter';
import { useMore } from '../../shared/use-more';
import type { Config } from './use-config';

const words = ({ active, applied }: Config['rollout']): string => {
  if (active === 0) return 'No instance is running: the next ones start with these settings.';
  if (applied < active) return `${applied} of ${active} running instances have taken it.`;
  return active === 1 ? 'The running instance has taken it.' : `All ${active} running instances have taken it.`;
};

/** How far the newest configuration has come; the page follows until it has come everywhere. */
export const Rollout = ({ rollout }: Pick<Config, 'rollout'>) => {
  const { active, applied, pending } = rollout;
  const { shown, more } = useMore(pending, 10);
  return (
    <section aria-label="Rollout" className="card">
      <h2 className="card-title">In force</h2>
      <p role="status" className="flush">
        {words(rollout)}
      </p>
      {active > 0 && (
        <Progress
          value={(applied / active) * 100}
          color={applied < active ? 'yellow' : 'teal'}
          size="sm"
          aria-label="Instances that have taken it"
        />
      )}
      {pending.length > 0 && (
        <>
          <p className="dim small flush">Not yet, tried again until they do:</p>
          <ul className="links">
            {shown.map((id) => (
              <li key={id}>
                <Link href={`/sessions/${id}`} className="mono">
                  {id}
                </Link>
              </li>
            ))}
          </ul>
          {more}
        </>
      )}
    </section>
  );
};
