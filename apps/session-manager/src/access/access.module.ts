import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { SessionsModule } from '../sessions/sessions.module';
import { AccessCode } from './access-code';

@Module({ imports: [AuthModule, SessionsModule], providers: [AccessCode], exports: [AccessCode] })
export class AccessModule {}
