import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { AuditController } from './audit.controller';
import { AuditTrail } from './audit-trail';

@Module({ imports: [AuthModule], controllers: [AuditController], providers: [AuditTrail] })
export class AuditModule {}
