import type { Children } from './children';
import type { Changes } from './changes';
import type { Marker } from './markers';
import type { ProcessOptions } from './process-options';
import type { ProcessTable } from './process-table';

/** What every verb of this driver works with. */
export interface ProcessContext {
  readonly options: ProcessOptions;
  readonly table: ProcessTable;
  /** The deployment's service processes by process id, as they are after the call. */
  readonly scan: () => Promise<ReadonlyMap<number, Marker>>;
  readonly children: Children;
  readonly changes: Changes;
}
