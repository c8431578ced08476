import { Injectable } from '@nestjs/common';
import { Redis } from 'ioredis';
import { defineCommands, type Commands } from '../composition/define-commands';
import { KEYS } from './keys';

export const MESSAGE_SEVERITIES = ['info', 'warning'] as const;
export type MessageSeverity = (typeof MESSAGE_SEVERITIES)[number];

/** What the organisers tell everybody. */
export interface Message {
  readonly messageId: string;
  readonly text: string;
  readonly severity: MessageSeverity;
  readonly createdAt: Date;
  /** Absent while it stays until it is taken back. */
  readonly endsAt?: Date;
  /** The organiser who sent it. */
  readonly actor: string;
}

/** Attendees read a few messages, not many. */
export const MOST_MESSAGES = 5;

/** Drops what has ended. */
const DROP_ENDED = `
local function dropEnded(key, now)
  local messages = redis.call('HGETALL', key)
  for i = 1, #messages, 2 do
    local endsAt = cjson.decode(messages[i + 1]).endsAt
    if endsAt and endsAt <= now then redis.call('HDEL', key, messages[i]) end
  end
end
`;
/** KEYS: messages. ARGV: id, message (JSON), now (ms), how many there may be. Answers 0 when there are as many. */
const SEND = `${DROP_ENDED}
dropEnded(KEYS[1], tonumber(ARGV[3]))
if redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[4]) then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return 1
`;
/** KEYS: messages. ARGV: id, now (ms). Answers the message (JSON), or nothing where there is none or it has ended. */
const TAKE_BACK = `${DROP_ENDED}
dropEnded(KEYS[1], tonumber(ARGV[2]))
local message = redis.call('HGET', KEYS[1], ARGV[1])
redis.call('HDEL', KEYS[1], ARGV[1])
return message
`;

const COMMANDS = { messageSend: [SEND, 1], messageTakeBack: [TAKE_BACK, 1] } as const;

/**
 * Messages in Redis. One that has ended stays until another one is sent or taken back, for instances are told then anyway: if it went at
 * its end, all of them would have to be told at that moment, although each hides it by itself.
 */
@Injectable()
export class MessagesRepository {
  private readonly commands: Commands<typeof COMMANDS>;

  constructor(private readonly redis: Redis) {
    this.commands = defineCommands(redis, COMMANDS);
  }

  /** All that is kept, the newest first. */
  async list(): Promise<Message[]> {
    const messages = (await this.redis.hvals(KEYS.messages)).map(fromJson);
    return messages.toSorted(
      (a, b) => b.createdAt.getTime() - a.createdAt.getTime() || a.messageId.localeCompare(b.messageId),
    );
  }

  /** Answers false where as many are shown as may be. */
  async add(message: Message): Promise<boolean> {
    const json = JSON.stringify({
      ...message,
      createdAt: message.createdAt.getTime(),
      endsAt: message.endsAt?.getTime(),
    });
    return (await this.commands.messageSend(KEYS.messages, message.messageId, json, Date.now(), MOST_MESSAGES)) === 1;
  }

  /** The message that was taken back; `undefined` where there is none, or none any more. */
  async remove(messageId: string): Promise<Message | undefined> {
    const json = (await this.commands.messageTakeBack(KEYS.messages, messageId, Date.now())) as string | null;
    return json === null ? undefined : fromJson(json);
  }
}

function fromJson(json: string): Message {
  const { createdAt, endsAt, ...message } = JSON.parse(json) as Omit<Message, 'createdAt' | 'endsAt'> & {
    createdAt: number;
    endsAt?: number;
  };
  return { ...message, createdAt: new Date(createdAt), ...(endsAt !== undefined && { endsAt: new Date(endsAt) }) };
}
