import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { InstancesModule } from '../instances/instances.module';
import { PoolModule } from '../pool/pool.module';
import { SessionsModule } from '../sessions/sessions.module';
import { Reconciler } from './reconciler';
import { WarmOwners } from './warm-owners';
import { SchedulerService } from './scheduler.service';

@Module({
  imports: [ScheduleModule.forRoot(), InstancesModule, PoolModule, SessionsModule],
  providers: [WarmOwners, Reconciler, SchedulerService],
})
export class SchedulerModule {}
