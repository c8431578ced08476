import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { SessionsRepository } from '../sessions/sessions.repository';

const LOOK_MS = 300;
/** An engine ends a few sessions a second, however many there are: what counts is that none has ended for so long. */
const PATIENCE_MS = 120_000;

/** Waits for the ends of many sessions. */
@Injectable()
export class SessionEnds {
  constructor(private readonly repository: SessionsRepository) {}

  /** Calls back for each session of which nothing is left; answers those that are still there when none has gone for long or the signal aborts. */
  async untilGone(
    ids: readonly string[],
    signal: AbortSignal,
    onGone: (sessionId: string) => Promise<void>,
  ): Promise<string[]> {
    const left = new Set(ids);
    for (let last = performance.now(); left.size > 0 && performance.now() - last < PATIENCE_MS;) {
      for (const sessionId of await this.repository.gone([...left])) {
        left.delete(sessionId);
        await onGone(sessionId);
        last = performance.now();
      }
      if (signal.aborted) break;
      if (left.size > 0) await sleep(LOOK_MS);
    }
    return [...left];
  }
}
