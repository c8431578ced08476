import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { InstancesModule } from '../instances/instances.module';
import { SessionsModule } from '../sessions/sessions.module';
import { AdminController, AdminLoginController } from './admin.controller';
import { AdminLogin } from './admin-login';
import { AdminService } from './admin.service';

@Module({
  imports: [AuthModule, InstancesModule, SessionsModule],
  controllers: [AdminLoginController, AdminController],
  providers: [AdminLogin, AdminService],
})
export class AdminModule {}
