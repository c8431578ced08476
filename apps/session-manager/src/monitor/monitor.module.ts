import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { HealthModule } from '../health/health.module';
import { InstancesModule } from '../instances/instances.module';
import { PoolModule } from '../pool/pool.module';
import { SessionsModule } from '../sessions/sessions.module';
import { WaitingModule } from '../waiting/waiting.module';
import { DashboardService } from './dashboard.service';
import { HostProbe } from './host-probe';
import { LaunchHistory } from './launch-history';
import { MonitorController } from './monitor.controller';
import { SessionLogs } from './session-logs';
import { UsageHistory } from './usage-history';
import { UsageRepository } from './usage.repository';
import { UsageSampler } from './usage-sampler';

@Module({
  imports: [AuthModule, HealthModule, InstancesModule, PoolModule, SessionsModule, WaitingModule],
  controllers: [MonitorController],
  providers: [DashboardService, HostProbe, LaunchHistory, SessionLogs, UsageHistory, UsageRepository, UsageSampler],
  exports: [DashboardService],
})
export class MonitorModule {}
