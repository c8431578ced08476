import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { AuthModule } from '../auth/auth.module';
import { InstancesModule } from '../instances/instances.module';
import { PoolModule } from '../pool/pool.module';
import { SessionsModule } from '../sessions/sessions.module';
import { CapacityController } from './capacity.controller';
import { LaunchesController } from './launches.controller';
import { LaunchesService } from './launches.service';
import { LineWatch } from './line-watch';
import { Promoter } from './promoter';
import { TicketAccessGuard } from './ticket-access.guard';
import { TicketsController } from './tickets.controller';
import { TicketsRepository } from './tickets.repository';
import { WaitingRoom } from './waiting-room';

@Module({
  imports: [AccessModule, AuthModule, InstancesModule, PoolModule, SessionsModule],
  controllers: [CapacityController, LaunchesController, TicketsController],
  providers: [LaunchesService, LineWatch, Promoter, TicketAccessGuard, TicketsRepository, WaitingRoom],
  exports: [LineWatch],
})
export class WaitingModule {}
