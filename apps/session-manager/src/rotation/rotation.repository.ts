import { Injectable } from '@nestjs/common';
import { Redis } from 'ioredis';
import { defineCommands, type Commands } from '../composition/define-commands';
import { sha256 } from '../instances/secrets';
import { IDEMPOTENCY_MS } from '../sessions/admissions.repository';
import { KEYS } from '../sessions/keys';
import { changeOf, type Session } from '../sessions/session';
import { ROTATE } from './rotation.scripts';

/** What a repeated rotation finds. */
export interface RotationRecord {
  /** SHA-256 (hex) of the token that was exchanged. */
  readonly from: string;
  /** With the key, which only the client has, it makes the new token again. */
  readonly nonce: string;
}

/** The keys that a session gets. */
export interface NewKeys {
  /** SHA-256 (hex) of the owner's new token. */
  readonly tokenHash: string;
  readonly apiKey: string;
  /** How long the session is not to get others, but from who has no pause. */
  readonly pauseMs: number;
  /** By which a repetition finds the same. */
  readonly repetition?: { readonly idempotencyKey: string; readonly nonce: string };
}

export type Rotated =
  | { readonly outcome: 'rotated'; readonly session: Session }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'paused'; readonly forMs: number }
  | { readonly outcome: 'replay'; readonly record: RotationRecord };

const COMMANDS = { sessionRotate: [ROTATE, 3] } as const;

/** Exchanges of keys in Redis. */
@Injectable()
export class RotationRepository {
  private readonly commands: Commands<typeof COMMANDS>;

  constructor(private readonly redis: Redis) {
    this.commands = defineCommands(redis, COMMANDS);
  }

  /** Gives the session new keys if it is active and has these; a repeated request finds the first one's. */
  async rotate(session: Session, { tokenHash, apiKey, pauseMs, repetition }: NewKeys): Promise<Rotated> {
    const { sessionId, tokenHash: from } = session;
    const rotated: Session = { ...session, status: 'creating', step: 'queued', tokenHash, apiKey, rotatedFrom: from };
    const answer = (await this.commands.sessionRotate(
      KEYS.session(sessionId),
      KEYS.tokens,
      recordKey(sessionId, repetition?.idempotencyKey ?? ''),
      sessionId,
      from,
      tokenHash,
      apiKey,
      JSON.stringify(changeOf(rotated)),
      repetition === undefined ? '' : JSON.stringify({ from, nonce: repetition.nonce } satisfies RotationRecord),
      IDEMPOTENCY_MS,
      Date.now(),
      pauseMs,
    )) as string | number;
    if (typeof answer === 'number') return { outcome: 'paused', forMs: answer };
    switch (answer) {
      case 'rotated':
        return { outcome: answer, session: rotated };
      case 'refused':
        return { outcome: answer };
      default:
        return { outcome: 'replay', record: JSON.parse(answer) as RotationRecord };
    }
  }

  /** What a request with this Idempotency-Key did to the session. */
  async earlier(sessionId: string, idempotencyKey: string): Promise<RotationRecord | undefined> {
    const text = await this.redis.get(recordKey(sessionId, idempotencyKey));
    return text === null ? undefined : (JSON.parse(text) as RotationRecord);
  }
}

const recordKey = (sessionId: string, idempotencyKey: string): string =>
  KEYS.idempotency(sha256(`rotate\0${sessionId}\0${idempotencyKey}`));
