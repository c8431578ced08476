import { Injectable } from '@nestjs/common';
import type { AdminRequest } from '../auth/admin.guard';
import type { CreateRosterDto, RosterCheckDto, RosterResultDto, RosterTextDto } from './roster.dto';

/** PENDING: skeleton. */
@Injectable()
export class RosterService {
  check(_roster: RosterTextDto): Promise<RosterCheckDto> {
    throw new Error('pending');
  }
  create(_roster: CreateRosterDto, _request: AdminRequest): Promise<RosterResultDto> {
    throw new Error('pending');
  }
}
