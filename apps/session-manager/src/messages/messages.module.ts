import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { SessionsModule } from '../sessions/sessions.module';
import { MessagesController, SentMessagesController } from './messages.controller';
import { MessagesService } from './messages.service';

@Module({
  imports: [AuthModule, SessionsModule],
  controllers: [MessagesController, SentMessagesController],
  providers: [MessagesService],
})
export class MessagesModule {}
