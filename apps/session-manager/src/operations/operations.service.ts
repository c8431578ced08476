import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AdminRequest } from '../auth/admin.guard';
import { Audit } from '../auth/audit';
import type { Operation } from './operation';
import { OperationJobs } from './operation-jobs';
import { OperationDto, type OperationListDto, type StartOperationDto } from './operations.dto';
import { OperationNotFoundError } from './operations.errors';
import { MOST_LISTED_FAILURES, OperationsRepository } from './operations.repository';

/** What organisers do to many sessions at once. */
@Injectable()
export class OperationsService {
  constructor(
    private readonly repository: OperationsRepository,
    private readonly jobs: OperationJobs,
    private readonly audit: Audit,
  ) {}

  /** Begins it; once it is recorded it is done, whatever happens to this manager. */
  async start(
    { action, session_ids: sessionIds, hours }: StartOperationDto,
    request: AdminRequest,
  ): Promise<OperationDto> {
    const operation: Operation = {
      operationId: randomBytes(12).toString('hex'),
      action,
      ...(action === 'extend' && { hours }),
      actor: request.user?.username ?? 'unknown',
      address: request.ip,
      status: 'running',
      startedAt: new Date(),
      total: sessionIds.length,
      succeeded: 0,
      failed: 0,
    };
    const { operationId, total } = operation;
    await this.repository.add(operation, sessionIds);
    await this.audit.record(request, 'began', 'operations', {
      operation: operationId,
      action,
      sessions: total,
      ...(operation.hours !== undefined && { hours }),
    });
    await this.jobs.begin(operationId);
    return OperationDto.from(operation, []);
  }

  async list(): Promise<OperationListDto> {
    const operations = await this.repository.list();
    return { operations: await Promise.all(operations.map((operation) => this.show(operation, MOST_LISTED_FAILURES))) };
  }

  /** @throws OperationNotFoundError */
  async get(id: string): Promise<OperationDto> {
    const operation = await this.repository.find(id);
    if (operation === undefined) throw new OperationNotFoundError(id);
    return this.show(operation);
  }

  private async show(operation: Operation, mostFailures?: number): Promise<OperationDto> {
    return OperationDto.from(operation, await this.repository.failures(operation.operationId, mostFailures));
  }
}
