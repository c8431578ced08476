import { Body, Controller, Get, HttpCode, HttpStatus, Post, Req, UseGuards } from '@nestjs/common';
import { ApiBasicAuth, ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdminGuard, type AdminRequest } from '../auth/admin.guard';
import { TooManyAttemptsError, UnauthorizedError } from '../auth/auth.errors';
import { ApiProblems } from '../http/api-problems';
import { EngineAwayError } from '../http/engine-problem';
import { InvalidRequestError, RedisUnavailableError } from '../http/http.errors';
import {
  PurgeResultDto,
  PurgeVolumesDto,
  ReconcileDto,
  ReconciliationDto,
  RetainedVolumesDto,
} from './maintenance.dto';
import { AlreadyRunningError } from './maintenance.errors';
import { MaintenanceService } from './maintenance.service';

@ApiTags('maintenance')
@ApiBasicAuth()
@ApiBearerAuth()
@ApiProblems(UnauthorizedError, TooManyAttemptsError, EngineAwayError, RedisUnavailableError)
@UseGuards(AdminGuard)
@Controller('admin')
export class MaintenanceController {
  constructor(private readonly maintenance: MaintenanceService) {}

  /** The same that happens every half minute by itself. */
  @Post('reconcile')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    operationId: 'reconcile',
    summary: 'Make Redis and the engine agree now, or tell what that would do',
  })
  @ApiOkResponse({ type: ReconciliationDto })
  @ApiProblems(InvalidRequestError, AlreadyRunningError)
  reconcile(@Body() { dry_run = false }: ReconcileDto, @Req() request: AdminRequest): Promise<ReconciliationDto> {
    return this.maintenance.reconcile(dry_run, request);
  }

  @Get('volumes')
  @ApiOperation({ operationId: 'listRetainedVolumes', summary: 'Volumes of sessions that have ended' })
  @ApiOkResponse({ type: RetainedVolumesDto })
  volumes(): Promise<RetainedVolumesDto> {
    return this.maintenance.volumes();
  }

  /** What attendees left in them is gone for good. */
  @Post('volumes/purge')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ operationId: 'purgeVolumes', summary: 'Remove retained volumes now' })
  @ApiOkResponse({ type: PurgeResultDto })
  @ApiProblems(InvalidRequestError)
  purge(@Body() { instance_ids }: PurgeVolumesDto, @Req() request: AdminRequest): Promise<PurgeResultDto> {
    return this.maintenance.purge(instance_ids, request);
  }
}
