import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { InstancesModule } from '../instances/instances.module';
import { MonitorModule } from '../monitor/monitor.module';
import { OperationsModule } from '../operations/operations.module';
import { SessionsModule } from '../sessions/sessions.module';
import { LiveController } from './live.controller';
import { LiveService } from './live.service';

@Module({
  imports: [AuthModule, InstancesModule, MonitorModule, OperationsModule, SessionsModule],
  controllers: [LiveController],
  providers: [LiveService],
})
export class LiveModule {}
