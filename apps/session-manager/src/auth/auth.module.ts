import { Module } from '@nestjs/common';
import { AdminCredentials } from './admin-credentials';
import { AdminGuard } from './admin.guard';
import { AdminTokens } from './admin-tokens';
import { Audit } from './audit';
import { BasicStrategy } from './basic.strategy';
import { LoginThrottle } from './login-throttle';
import { WrongAttempts } from './wrong-attempts';

@Module({
  providers: [AdminCredentials, AdminGuard, AdminTokens, Audit, BasicStrategy, LoginThrottle, WrongAttempts],
  exports: [AdminCredentials, AdminGuard, AdminTokens, Audit, WrongAttempts],
})
export class AuthModule {}
