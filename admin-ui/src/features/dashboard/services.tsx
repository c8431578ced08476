import type { Dashboard } from '../../live/events';
import { percent } from '../../shared/format';
import { Panel } from '../../shared/panel';
import { StateWord } from '../../shared/state-word';

const DRIVERS: Record<string, string> = { docker: 'Docker Engine', process: 'Local processes' };

const diskWords = ({ host }: Dashboard): string =>
  host?.disk_bytes && host.disk_used_bytes !== null
    ? `${percent(100 - (host.disk_used_bytes / host.disk_bytes) * 100)} free`
    : 'not seen from here';

/** What the platform stands on. */
export const Services = ({ dashboard }: { dashboard: Dashboard }) => {
  const { redis, engine, engine_version: version, images } = dashboard.services;
  return (
    <Panel title="Health">
      <dl className="facts services">
        <dt>Redis</dt>
        <dd>
          <StateWord state={redis} />
        </dd>
        <dt>{DRIVERS[engine.driver] ?? engine.driver}</dt>
        <dd>
          <StateWord state={engine.status} />
          {version && <span className="dim"> {version}</span>}
        </dd>
        {images.map(({ name, present }) => (
          <div key={name} className="fact">
            <dt className="mono">{name}</dt>
            <dd>
              <StateWord state={present ? 'present' : 'missing'} />
            </dd>
          </div>
        ))}
        <dt>Disk</dt>
        <dd>{diskWords(dashboard)}</dd>
      </dl>
    </Panel>
  );
};
