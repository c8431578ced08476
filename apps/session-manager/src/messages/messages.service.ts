import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AdminRequest } from '../auth/admin.guard';
import { Audit } from '../auth/audit';
import { type Message, MessagesRepository, MOST_MESSAGES } from '../sessions/messages.repository';
import { SessionConfigurator } from '../sessions/session-configurator';
import { MessageListDto, type SendMessageDto, SentMessageDto, SentMessageListDto } from './messages.dto';
import { MessageNotFoundError, TooManyMessagesError } from './messages.errors';

/** Landing pages ask often: all that ask within this are answered from one reading. */
const KEPT_MS = 1_000;
const MINUTE_MS = 60_000;

/** What organisers tell attendees, on the landing page and in their instances. */
@Injectable()
export class MessagesService {
  private kept: { readonly messages: Promise<Message[]>; readonly until: number } | undefined;

  constructor(
    private readonly repository: MessagesRepository,
    private readonly configurator: SessionConfigurator,
    private readonly audit: Audit,
  ) {}

  async current(): Promise<MessageListDto> {
    return MessageListDto.from(shown(await this.recent()));
  }

  async sent(): Promise<SentMessageListDto> {
    const [messages, rollout] = await Promise.all([this.repository.list(), this.configurator.rollout()]);
    return SentMessageListDto.of(shown(messages), rollout);
  }

  /** @throws TooManyMessagesError */
  async send({ text, severity = 'info', minutes }: SendMessageDto, request: AdminRequest): Promise<SentMessageDto> {
    const now = Date.now();
    const message: Message = {
      messageId: randomBytes(8).toString('hex'),
      text,
      severity,
      createdAt: new Date(now),
      ...(minutes !== undefined && { endsAt: new Date(now + Math.round(minutes * MINUTE_MS)) }),
      actor: request.user?.username ?? 'unknown',
    };
    if (!(await this.repository.add(message))) throw new TooManyMessagesError(MOST_MESSAGES);
    await this.changed('sent', message, request);
    return SentMessageDto.from(message);
  }

  /** @throws MessageNotFoundError */
  async takeBack(id: string, request: AdminRequest): Promise<void> {
    const message = await this.repository.remove(id);
    if (message === undefined) throw new MessageNotFoundError(id);
    await this.changed('took back', message, request);
  }

  private async changed(action: string, message: Message, request: AdminRequest): Promise<void> {
    this.kept = undefined;
    const { messageId, text, severity, endsAt } = message;
    await this.audit.record(request, action, 'messages', {
      message_id: messageId,
      text,
      severity,
      ends_at: endsAt?.toISOString() ?? null,
    });
    await this.configurator.applyToAllSoon();
  }

  private recent(): Promise<Message[]> {
    if (this.kept === undefined || this.kept.until < performance.now()) {
      const kept = { messages: this.repository.list(), until: performance.now() + KEPT_MS };
      this.kept = kept;
      kept.messages.catch(() => {
        if (this.kept === kept) this.kept = undefined;
      });
    }
    return this.kept.messages;
  }
}

/** Those that have not ended. */
const shown = (messages: readonly Message[]): Message[] =>
  messages.filter(({ endsAt }) => endsAt === undefined || endsAt.getTime() > Date.now());
