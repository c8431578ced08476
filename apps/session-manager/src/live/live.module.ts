import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { InstancesModule } from '../instances/instances.module';
import { MonitorModule } from '../monitor/monitor.module';
import { SessionsModule } from '../sessions/sessions.module';
import { LiveController } from './live.controller';
import { LiveService } from './live.service';
import { SessionRows } from './session-rows';

@Module({
  imports: [AuthModule, InstancesModule, MonitorModule, SessionsModule],
  controllers: [LiveController],
  providers: [LiveService, SessionRows],
})
export class LiveModule {}
