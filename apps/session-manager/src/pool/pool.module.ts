import { Module } from '@nestjs/common';
import { InstancesModule } from '../instances/instances.module';
import { SessionsModule } from '../sessions/sessions.module';
import { PoolKeeper } from './pool.keeper';
import { PoolRepository } from './pool.repository';
import { PoolService } from './pool.service';
import { WarmStarts } from './warm-starts';

@Module({
  imports: [InstancesModule, SessionsModule],
  providers: [PoolKeeper, PoolRepository, PoolService, WarmStarts],
  exports: [PoolRepository, PoolService],
})
export class PoolModule {}
