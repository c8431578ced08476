import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { InstancesModule } from '../instances/instances.module';
import { ReconcilerModule } from '../reconciler/reconciler.module';
import { SessionsModule } from '../sessions/sessions.module';
import { SchedulerService } from './scheduler.service';

@Module({
  imports: [ScheduleModule.forRoot(), InstancesModule, ReconcilerModule, SessionsModule],
  providers: [SchedulerService],
})
export class SchedulerModule {}
