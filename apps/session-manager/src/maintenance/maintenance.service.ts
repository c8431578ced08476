import { Injectable } from '@nestjs/common';
import type { AdminRequest } from '../auth/admin.guard';
import type { PurgeResultDto, ReconciliationDto, RetainedVolumesDto } from './maintenance.dto';

/** PENDING: skeleton. */
@Injectable()
export class MaintenanceService {
  reconcile(_dryRun: boolean, _request: AdminRequest): Promise<ReconciliationDto> {
    throw new Error('pending');
  }
  volumes(): Promise<RetainedVolumesDto> {
    throw new Error('pending');
  }
  purge(_instanceIds: readonly string[] | undefined, _request: AdminRequest): Promise<PurgeResultDto> {
    throw new Error('pending');
  }
}
