import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { ReservationsModule } from '../reservations/reservations.module';
import { SessionsModule } from '../sessions/sessions.module';
import { RosterController } from './roster.controller';
import { RosterService } from './roster.service';

@Module({
  imports: [AuthModule, ReservationsModule, SessionsModule],
  controllers: [RosterController],
  providers: [RosterService],
})
export class RosterModule {}
