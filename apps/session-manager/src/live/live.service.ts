import { Injectable } from '@nestjs/common';
import type { MessageEvent } from '@nestjs/common';
import type { Observable } from 'rxjs';

/** PENDING: skeleton. */
@Injectable()
export class LiveService {
  follow(): Observable<MessageEvent> {
    throw new Error('pending');
  }
}
