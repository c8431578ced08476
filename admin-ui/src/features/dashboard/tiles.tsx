import type { Dashboard } from '../../live/events';
import { count } from '../../shared/format';
import { Tile } from '../../shared/tile';
import { PoolBars } from '../pool/pool-bars';
import { launchWords, lineWords, poolWords, seatWords } from './figures';
import { Seats } from './seats';

/** The figures that an event team looks at first. */
export const Tiles = ({ dashboard }: { dashboard: Dashboard }) => {
  const { sessions, pool, waiting, launches } = dashboard;
  return (
    <section aria-label="Summary">
      <dl className="tiles">
        <Tile
          name="Active sessions"
          value={count(sessions.active)}
          of={`of ${count(sessions.max)}`}
          picture={<Seats sessions={sessions} />}
        >
          {seatWords(dashboard)}
        </Tile>
        <Tile
          name="Warm instances"
          value={count(pool.ready)}
          of={`of ${count(pool.target)} ready`}
          picture={pool.target > 0 && <PoolBars {...pool} />}
        >
          {poolWords(pool)}
        </Tile>
        <Tile name="In line" value={count(waiting.length)}>
          {lineWords(waiting)}
        </Tile>
        <Tile name="Launches, last hour" value={count(launches.count)}>
          {launchWords(launches)}
        </Tile>
      </dl>
    </section>
  );
};
