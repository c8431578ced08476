import type { Dashboard } from '../../live/events';
import { bytes, count, many, percent } from '../../shared/format';
import { Meter } from '../../shared/meter';
import { Panel } from '../../shared/panel';
import { instancesWords } from './figures';

const HostMeters = ({ host }: { host: NonNullable<Dashboard['host']> }) => (
  <>
    {host.cpu_percent !== null && (
      <Meter
        name="Processor"
        value={host.cpu_percent}
        max={100}
        words={`${percent(host.cpu_percent)} of ${many(host.cpus, 'core')}`}
        near="busy"
      />
    )}
    <Meter
      name="Memory"
      value={host.memory_used_bytes}
      max={host.memory_bytes}
      words={`${bytes(host.memory_used_bytes)} of ${bytes(host.memory_bytes)}`}
    />
    {host.disk_bytes !== null && host.disk_used_bytes !== null && (
      <Meter
        name="Disk"
        value={host.disk_used_bytes}
        max={host.disk_bytes}
        words={`${bytes(host.disk_used_bytes)} of ${bytes(host.disk_bytes)}`}
      />
    )}
  </>
);

/** What the host gives, and what of it is taken. */
export const Machine = ({ dashboard: { host, ports, instances } }: { dashboard: Dashboard }) => (
  <Panel title="Host">
    <div className="meters">
      {host ? <HostMeters host={host} /> : <p className="dim">The first reading of the host is on its way.</p>}
      <Meter
        name={`Ports ${ports.start}–${ports.end}`}
        value={ports.used}
        max={ports.total}
        words={`${count(ports.used)} of ${count(ports.total)}`}
      />
    </div>
    <p className="dim">{instancesWords(instances)}</p>
  </Panel>
);
