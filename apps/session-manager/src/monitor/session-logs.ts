import { Injectable } from '@nestjs/common';
import { InstanceNotFoundError, Orchestrator, type LogLine, type LogOptions, type Service } from '@app/orchestrator';
import { SessionsService } from '../sessions/sessions.service';

/** Lines that are read while they are asked for, until the signal aborts. */
export type Lines = (signal: AbortSignal) => AsyncIterable<LogLine>;

/** What the containers of a session print, those that have ended too. */
@Injectable()
export class SessionLogs {
  constructor(
    private readonly orchestrator: Orchestrator,
    private readonly sessions: SessionsService,
  ) {}

  /** @throws SessionNotFoundError, SessionGoneError */
  async lines(sessionId: string, service: Service, options: LogOptions): Promise<Lines> {
    const session = await this.sessions.get(sessionId);
    return (signal) => untilNotFound(this.orchestrator.logs(session, service, options, signal));
  }

  /**
   * The last lines as text, read as fast as it is taken: there may be a lot of it.
   * @throws SessionNotFoundError, SessionGoneError
   */
  async text(sessionId: string, service: Service, tail: number): Promise<AsyncIterable<string>> {
    return textOf(await this.lines(sessionId, service, { tail, follow: false }));
  }
}

/** A session that has no containers yet has printed nothing. */
async function* untilNotFound(lines: AsyncIterable<LogLine>): AsyncGenerator<LogLine> {
  try {
    yield* lines;
  } catch (error) {
    if (!(error instanceof InstanceNotFoundError)) throw error;
  }
}

async function* textOf(lines: Lines): AsyncGenerator<string> {
  const stop = new AbortController();
  try {
    for await (const { text } of lines(stop.signal)) yield `${text}\n`;
  } finally {
    stop.abort();
  }
}
