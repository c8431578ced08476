import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { InstancesModule } from '../instances/instances.module';
import { SessionsModule } from '../sessions/sessions.module';
import { Reconciler } from './reconciler';
import { SchedulerService } from './scheduler.service';

@Module({
  imports: [ScheduleModule.forRoot(), InstancesModule, SessionsModule],
  providers: [Reconciler, SchedulerService],
})
export class SchedulerModule {}
