import { Module } from '@nestjs/common';
import { AdminCredentials } from './admin-credentials';
import { AdminGuard } from './admin.guard';
import { AdminTokens } from './admin-tokens';
import { Audit } from './audit';
import { BasicStrategy } from './basic.strategy';
import { LoginThrottle } from './login-throttle';

@Module({
  providers: [AdminCredentials, AdminGuard, AdminTokens, Audit, BasicStrategy, LoginThrottle],
  exports: [AdminCredentials, AdminGuard, AdminTokens, Audit],
})
export class AuthModule {}
