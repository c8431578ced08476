import { Injectable } from '@nestjs/common';
import type { Observable } from 'rxjs';
import type { DashboardDto } from './dashboard.dto';
import type { LaunchHistoryDto, PlatformHistoryDto, SessionUsageDto } from './history.dto';
import type { LogLineDto } from './logs.dto';

/** PENDING: skeleton. */
@Injectable()
export class MonitorService {
  dashboard(): Promise<DashboardDto> {
    throw new Error('pending');
  }
  launches(_minutes: number): Promise<LaunchHistoryDto> {
    throw new Error('pending');
  }
  usage(_minutes: number): Promise<PlatformHistoryDto> {
    throw new Error('pending');
  }
  usageOf(_id: string, _minutes: number): Promise<SessionUsageDto> {
    throw new Error('pending');
  }
  logs(_id: string, _service: 'frontend' | 'backend', _tail: number): Promise<string> {
    throw new Error('pending');
  }
  followLogs(_id: string, _service: 'frontend' | 'backend', _tail: number): Observable<LogLineDto> {
    throw new Error('pending');
  }
}
