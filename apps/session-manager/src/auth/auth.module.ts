import { Module } from '@nestjs/common';
import { AdminCredentials } from './admin-credentials';
import { AdminGuard } from './admin.guard';
import { AdminTokens } from './admin-tokens';
import { BasicStrategy } from './basic.strategy';
import { LoginThrottle } from './login-throttle';

@Module({
  providers: [AdminCredentials, AdminGuard, AdminTokens, BasicStrategy, LoginThrottle],
  exports: [AdminCredentials, AdminGuard, AdminTokens],
})
export class AuthModule {}
