import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Config } from '@app/config';
import { CONFIG } from '../composition/tokens';
import { ApiProblems } from '../http/api-problems';
import { RedisUnavailableError } from '../http/http.errors';
import { PoolRepository } from '../pool/pool.repository';
import { CapacityDto } from './capacity.dto';
import { LineWatch } from './line-watch';

@ApiTags('health')
@ApiProblems(RedisUnavailableError)
@Controller('capacity')
export class CapacityController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly line: LineWatch,
    private readonly pool: PoolRepository,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'getCapacity', summary: 'How full the platform is', security: [] })
  @ApiOkResponse({ type: CapacityDto })
  async get(): Promise<CapacityDto> {
    return CapacityDto.from(await this.line.now(), await this.pool.counts(), this.config.waiting.places);
  }
}
