import { Injectable } from '@nestjs/common';
import type { AdminRequest } from '../auth/admin.guard';
import type { OperationDto, OperationListDto, StartOperationDto } from './operations.dto';

/** PENDING: skeleton. */
@Injectable()
export class OperationsService {
  start(_wanted: StartOperationDto, _request: AdminRequest): Promise<OperationDto> {
    throw new Error('pending');
  }
  list(): Promise<OperationListDto> {
    throw new Error('pending');
  }
  get(_id: string): Promise<OperationDto> {
    throw new Error('pending');
  }
}
