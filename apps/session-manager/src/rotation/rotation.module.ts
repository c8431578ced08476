import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { InstancesModule } from '../instances/instances.module';
import { SessionAccessGuard } from '../sessions/session-access.guard';
import { SessionsModule } from '../sessions/sessions.module';
import { RotationAccessGuard } from './rotation-access.guard';
import { RotationController } from './rotation.controller';
import { RotationRepository } from './rotation.repository';
import { RotationService } from './rotation.service';

@Module({
  imports: [AuthModule, InstancesModule, SessionsModule],
  controllers: [RotationController],
  providers: [RotationAccessGuard, RotationRepository, RotationService, SessionAccessGuard],
})
export class RotationModule {}
