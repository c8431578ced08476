import { Module } from '@nestjs/common';
import { InstancesModule } from '../instances/instances.module';
import { SessionsModule } from '../sessions/sessions.module';
import { HealthController } from './health.controller';
import { HealthService } from './health.service';
import { Images } from './images';
import { Warnings } from './warnings';

@Module({
  imports: [InstancesModule, SessionsModule],
  controllers: [HealthController],
  providers: [HealthService, Images, Warnings],
  exports: [Images, Warnings],
})
export class HealthModule {}
