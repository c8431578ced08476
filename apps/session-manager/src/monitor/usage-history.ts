import { Injectable } from '@nestjs/common';
import { SessionsService } from '../sessions/sessions.service';
import type { PlatformHistoryDto, PlatformSampleDto, SessionUsageDto } from './history.dto';
import { thinned } from './thinned';
import { samplesOf } from './usage-rates';
import { UsageRepository, type PlatformSample } from './usage.repository';

const MOST_SAMPLES = 720;

/** Processor and memory over time. */
@Injectable()
export class UsageHistory {
  constructor(
    private readonly usage: UsageRepository,
    private readonly sessions: SessionsService,
  ) {}

  async ofPlatform(minutes: number): Promise<PlatformHistoryDto> {
    const samples = await this.usage.ofPlatform(minutes);
    return { samples: thinned(samples.map(shown), MOST_SAMPLES) };
  }

  /** @throws SessionNotFoundError, SessionGoneError */
  async ofSession(sessionId: string, minutes: number): Promise<SessionUsageDto> {
    const { instanceId } = await this.sessions.get(sessionId);
    const [readings, latest] = await Promise.all([
      this.usage.ofInstance(instanceId, minutes),
      this.usage.latestOf(instanceId),
    ]);
    return {
      session_id: sessionId,
      frontend_memory_limit_bytes: latest?.usage.frontend?.memoryLimitBytes ?? null,
      backend_memory_limit_bytes: latest?.usage.backend?.memoryLimitBytes ?? null,
      samples: samplesOf(readings),
    };
  }
}

function shown(sample: PlatformSample): PlatformSampleDto {
  const { instances: _kept, ...dto } = sample;
  return dto;
}
