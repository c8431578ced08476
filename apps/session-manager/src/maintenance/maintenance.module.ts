import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { InstancesModule } from '../instances/instances.module';
import { PoolModule } from '../pool/pool.module';
import { ReconcilerModule } from '../reconciler/reconciler.module';
import { SessionsModule } from '../sessions/sessions.module';
import { MaintenanceController } from './maintenance.controller';
import { MaintenanceService } from './maintenance.service';
import { RetainedVolumes } from './retained-volumes';

@Module({
  imports: [AuthModule, InstancesModule, PoolModule, ReconcilerModule, SessionsModule],
  controllers: [MaintenanceController],
  providers: [MaintenanceService, RetainedVolumes],
})
export class MaintenanceModule {}
