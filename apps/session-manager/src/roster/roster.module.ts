import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { InstancesModule } from '../instances/instances.module';
import { ReservationsModule } from '../reservations/reservations.module';
import { SessionsModule } from '../sessions/sessions.module';
import { WaitingModule } from '../waiting/waiting.module';
import { RosterController } from './roster.controller';
import { RosterPlaces } from './roster-places';
import { RosterRepetitions } from './roster-repetitions';
import { RosterService } from './roster.service';

@Module({
  imports: [AuthModule, InstancesModule, ReservationsModule, SessionsModule, WaitingModule],
  controllers: [RosterController],
  providers: [RosterPlaces, RosterRepetitions, RosterService],
})
export class RosterModule {}
