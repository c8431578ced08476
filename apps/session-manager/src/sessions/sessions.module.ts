import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { InstancesModule } from '../instances/instances.module';
import { AdmissionsRepository } from './admissions.repository';
import { Claims } from './claims';
import { Jobs } from './jobs';
import { LaunchWorker } from './launch.worker';
import { MessagesRepository } from './messages.repository';
import { OwnerOrAdminGuard } from './owner-or-admin.guard';
import { RetireWorker } from './retire.worker';
import { SessionAccessGuard } from './session-access.guard';
import { SessionCache } from './session-cache';
import { SessionConfigurator } from './session-configurator';
import { SessionEvents } from './session-events';
import { SessionHealth } from './session-health';
import { SessionRestart } from './session-restart';
import { SessionWatch } from './session-watch';
import { SessionsController } from './sessions.controller';
import { SessionsRepository } from './sessions.repository';
import { SessionsService } from './sessions.service';
import { SettingsService } from './settings.service';

@Module({
  imports: [AuthModule, InstancesModule],
  controllers: [SessionsController],
  providers: [
    AdmissionsRepository,
    Claims,
    Jobs,
    LaunchWorker,
    MessagesRepository,
    OwnerOrAdminGuard,
    RetireWorker,
    SessionAccessGuard,
    SessionCache,
    SessionConfigurator,
    SessionEvents,
    SessionHealth,
    SessionRestart,
    SessionWatch,
    SessionsRepository,
    SessionsService,
    SettingsService,
  ],
  exports: [
    AdmissionsRepository,
    Jobs,
    MessagesRepository,
    SessionCache,
    SessionConfigurator,
    SessionEvents,
    SessionRestart,
    SessionWatch,
    SessionsRepository,
    SessionsService,
    SettingsService,
  ],
})
export class SessionsModule {}
