import { Module, type DynamicModule } from '@nestjs/common';
import type { Config } from '@app/config';
import { AdminModule } from './admin/admin.module';
import { AuditModule } from './audit/audit.module';
import { LiveModule } from './live/live.module';
import { MaintenanceModule } from './maintenance/maintenance.module';
import { MessagesModule } from './messages/messages.module';
import { MonitorModule } from './monitor/monitor.module';
import { OperationsModule } from './operations/operations.module';
import { ReservationsModule } from './reservations/reservations.module';
import { RosterModule } from './roster/roster.module';
import { CompositionModule } from './composition/composition.module';
import { GatewayModule } from './gateway/gateway.module';
import { HealthModule } from './health/health.module';
import { PoolModule } from './pool/pool.module';
import { RotationModule } from './rotation/rotation.module';
import { SchedulerModule } from './scheduler/scheduler.module';
import { SessionsModule } from './sessions/sessions.module';
import { WaitingModule } from './waiting/waiting.module';

@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CompositionModule.with(config),
        GatewayModule,
        HealthModule,
        SessionsModule,
        PoolModule,
        WaitingModule,
        AdminModule,
        AuditModule,
        LiveModule,
        MaintenanceModule,
        MessagesModule,
        MonitorModule,
        OperationsModule,
        ReservationsModule,
        RosterModule,
        RotationModule,
        SchedulerModule,
      ],
    };
  }
}
