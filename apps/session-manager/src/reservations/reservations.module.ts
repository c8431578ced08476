import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { InstancesModule } from '../instances/instances.module';
import { SessionsModule } from '../sessions/sessions.module';
import { ReservationSweep } from './reservation-sweep';
import { ReservationsController, ReservedPlacesController } from './reservations.controller';
import { ReservationsRepository } from './reservations.repository';
import { ReservationsService } from './reservations.service';

@Module({
  imports: [AuthModule, InstancesModule, SessionsModule],
  controllers: [ReservedPlacesController, ReservationsController],
  providers: [ReservationSweep, ReservationsRepository, ReservationsService],
  exports: [ReservationsRepository, ReservationsService],
})
export class ReservationsModule {}
