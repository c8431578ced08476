import { Injectable } from '@nestjs/common';
import type { AdminRequest } from '../auth/admin.guard';
import type { Session } from '../sessions/session';
import type { ReservationListDto } from './reservations.dto';

/** PENDING: skeleton. */
@Injectable()
export class ReservationsService {
  list(): Promise<ReservationListDto> {
    throw new Error('pending');
  }
  cancel(_id: string, _request: AdminRequest): Promise<void> {
    throw new Error('pending');
  }
  claim(_token: string): Promise<Session> {
    throw new Error('pending');
  }
}
