import { Body, Controller, Get, Put, Req, UseGuards } from '@nestjs/common';
import { ApiBasicAuth, ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdminGuard, type AdminRequest } from '../auth/admin.guard';
import { Audit } from '../auth/audit';
import { TooManyAttemptsError, UnauthorizedError } from '../auth/auth.errors';
import { ApiProblems } from '../http/api-problems';
import { InvalidRequestError, RedisUnavailableError } from '../http/http.errors';
import { PoolService } from '../pool/pool.service';
import { PoolDto } from './admin.dto';
import { UpdatePoolDto } from './admin-requests.dto';

@ApiTags('admin')
@ApiBasicAuth()
@ApiBearerAuth()
@ApiProblems(UnauthorizedError, TooManyAttemptsError, RedisUnavailableError)
@UseGuards(AdminGuard)
@Controller('admin/pool')
export class PoolController {
  constructor(
    private readonly pool: PoolService,
    private readonly audit: Audit,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'getPool', summary: 'The warm instances, their target and the ramp plan' })
  @ApiOkResponse({ type: PoolDto })
  async get(): Promise<PoolDto> {
    return PoolDto.from(await this.pool.state());
  }

  /** Only what is named changes. The pool follows at once and within the cap on sessions. */
  @Put()
  @ApiOperation({ operationId: 'updatePool', summary: 'Change how many warm instances are kept' })
  @ApiOkResponse({ type: PoolDto })
  @ApiProblems(InvalidRequestError)
  async update(@Body() change: UpdatePoolDto, @Req() request: AdminRequest): Promise<PoolDto> {
    const state = await this.pool.change(change);
    await this.audit.record(request, 'changed', 'pool', { ...change });
    return PoolDto.from(state);
  }
}
