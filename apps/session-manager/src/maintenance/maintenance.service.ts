import { Injectable } from '@nestjs/common';
import type { AdminRequest } from '../auth/admin.guard';
import { Audit } from '../auth/audit';
import { Reconciler, type Reconciliation } from '../reconciler/reconciler';
import { type PurgeResultDto, ReconciliationDto, RetainedVolumesDto } from './maintenance.dto';
import { AlreadyRunningError } from './maintenance.errors';
import { RetainedVolumes } from './retained-volumes';

/** So many names of purged volumes are on record; of the others, how many there were. */
const MOST_NAMES = 100;

/** What organisers do to keep the platform in order. */
@Injectable()
export class MaintenanceService {
  constructor(
    private readonly reconciler: Reconciler,
    private readonly retained: RetainedVolumes,
    private readonly audit: Audit,
  ) {}

  /** @throws AlreadyRunningError */
  async reconcile(dryRun: boolean, request: AdminRequest): Promise<ReconciliationDto> {
    const began = performance.now();
    const outlook = dryRun ? await this.reconciler.plan() : await this.mend(request);
    return ReconciliationDto.from(outlook, performance.now() - began);
  }

  async volumes(): Promise<RetainedVolumesDto> {
    return RetainedVolumesDto.from(await this.retained.list(), this.retained.hours);
  }

  async purge(instanceIds: readonly string[] | undefined, request: AdminRequest): Promise<PurgeResultDto> {
    const { purged, failures } = await this.retained.purge(instanceIds);
    if (purged.length > 0) {
      await this.audit.record(request, 'purged', 'volumes', {
        volumes: purged.slice(0, MOST_NAMES),
        purged: purged.length,
        failed: failures.length,
      });
    }
    return { purged, failures: failures.map(({ instanceId, message }) => ({ instance_id: instanceId, message })) };
  }

  private async mend(request: AdminRequest): Promise<Reconciliation> {
    const done = await this.reconciler.reconcile();
    if (done === undefined) throw new AlreadyRunningError();
    const kinds = Map.groupBy(done.repairs, ({ kind }) => kind);
    await this.audit.record(request, 'reconciled', 'platform', {
      ...Object.fromEntries([...kinds].map(([kind, repairs]) => [kind, repairs.length])),
      failed: done.failed.size,
    });
    return done;
  }
}
