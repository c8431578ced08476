import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { InstancesModule } from '../instances/instances.module';
import { PoolModule } from '../pool/pool.module';
import { SessionsModule } from '../sessions/sessions.module';
import { AdminController, AdminLoginController } from './admin.controller';
import { AdminLogin } from './admin-login';
import { AdminService } from './admin.service';
import { ConfigurationService } from './configuration.service';
import { PoolController } from './pool.controller';

@Module({
  imports: [AuthModule, InstancesModule, PoolModule, SessionsModule],
  controllers: [AdminLoginController, PoolController, AdminController],
  providers: [AdminLogin, AdminService, ConfigurationService],
})
export class AdminModule {}
