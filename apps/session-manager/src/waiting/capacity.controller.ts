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
  @ApiOperation({ operationId: 'getCapacity', summary: 'How full the platform is' })
  @ApiOkResponse({ type: CapacityDto })
  async get(): Promise<CapacityDto> {
    const [line, { ready, starting }] = await Promise.all([this.line.now(), this.pool.counts()]);
    const { places } = this.config.waiting;
    // Nobody overtakes the line: whoever comes while others wait waits, too.
    const available = line.length > 0 ? 0 : Math.max(0, line.cap - line.sessions);
    const closed = line.length < places ? 'waiting' : 'full';
    return {
      status: available > 0 ? 'open' : closed,
      max_sessions: line.cap,
      active_sessions: line.sessions,
      available,
      warm: { ready, starting },
      waiting: {
        length: line.length,
        max_length: places,
        estimated_wait_seconds: line.secondsUntil(line.length + 1) ?? null,
      },
    };
  }
}
