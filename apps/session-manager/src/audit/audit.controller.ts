import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiBasicAuth, ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdminGuard } from '../auth/admin.guard';
import { TooManyAttemptsError, UnauthorizedError } from '../auth/auth.errors';
import { ApiProblems } from '../http/api-problems';
import { InvalidRequestError, RedisUnavailableError } from '../http/http.errors';
import { AuditPageDto, AuditQueryDto, DEFAULT_LIMIT } from './audit.dto';
import { AuditTrail } from './audit-trail';

@ApiTags('audit')
@ApiBasicAuth()
@ApiBearerAuth()
@ApiProblems(InvalidRequestError, UnauthorizedError, TooManyAttemptsError, RedisUnavailableError)
@UseGuards(AdminGuard)
@Controller('admin/audit')
export class AuditController {
  constructor(private readonly trail: AuditTrail) {}

  /**
   * An entry may take a moment to be listed; the last ten thousand are kept. Addresses that `gave too many wrong` `passwords`, `account_names` or `access_codes` are among them, as acts of
   * `unknown`: at most ten of each in a minute, more of them as `more_addresses` of one entry, and the last 500 of each.
   */
  @Get()
  @ApiOperation({ operationId: 'listAudit', summary: 'What organisers did' })
  @ApiOkResponse({ type: AuditPageDto })
  async list(@Query() query: AuditQueryDto): Promise<AuditPageDto> {
    return AuditPageDto.from(await this.trail.page({ ...query, limit: query.limit ?? DEFAULT_LIMIT }));
  }
}
