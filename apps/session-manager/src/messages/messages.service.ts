import { Injectable } from '@nestjs/common';
import type { AdminRequest } from '../auth/admin.guard';
import type { MessageListDto, SendMessageDto, SentMessageDto, SentMessageListDto } from './messages.dto';

/** PENDING: skeleton. */
@Injectable()
export class MessagesService {
  current(): Promise<MessageListDto> {
    throw new Error('pending');
  }
  sent(): Promise<SentMessageListDto> {
    throw new Error('pending');
  }
  send(_message: SendMessageDto, _request: AdminRequest): Promise<SentMessageDto> {
    throw new Error('pending');
  }
  takeBack(_id: string, _request: AdminRequest): Promise<void> {
    throw new Error('pending');
  }
}
