import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module';
import { AccessCode } from './access-code';

@Module({ imports: [SessionsModule], providers: [AccessCode], exports: [AccessCode] })
export class AccessModule {}
