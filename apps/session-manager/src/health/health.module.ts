import { Module } from '@nestjs/common';
import { InstancesModule } from '../instances/instances.module';
import { SessionsModule } from '../sessions/sessions.module';
import { HealthController } from './health.controller';
import { HealthService } from './health.service';
import { Warnings } from './warnings';

@Module({
  imports: [InstancesModule, SessionsModule],
  controllers: [HealthController],
  providers: [HealthService, Warnings],
})
export class HealthModule {}
