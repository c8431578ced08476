import { Module } from '@nestjs/common';
import { InstancesModule } from '../instances/instances.module';
import { PoolModule } from '../pool/pool.module';
import { SessionsModule } from '../sessions/sessions.module';
import { Reconciler } from './reconciler';
import { WarmOwners } from './warm-owners';

@Module({
  imports: [InstancesModule, PoolModule, SessionsModule],
  providers: [Reconciler, WarmOwners],
  exports: [Reconciler],
})
export class ReconcilerModule {}
