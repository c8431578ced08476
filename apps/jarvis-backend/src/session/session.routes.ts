import { Hono } from 'hono';
import type { Log } from '../log';
import { readJson } from '../http/read-json';
import type { Usage } from '../sends/send.types';
import { sessionSchema, type Session } from './session.schema';
import type { SessionStore } from './session.store';

export interface SessionRoutesDeps {
  readonly session: SessionStore;
  readonly usage: () => Usage;
  /** Called after a new configuration is in force. */
  readonly onChange: (session: Session) => void;
  readonly log: Log;
}

export function sessionRoutes({ session, usage, onChange, log }: SessionRoutesDeps): Hono {
  const answer = () => ({ ...session.get(), usage: usage() });
  return new Hono()
    .get('/', (context) => context.json(answer()))
    .put('/', async (context) => {
      session.put(await readJson(context, sessionSchema));
      onChange(session.get());
      log('info', 'Session configured', { session: session.get().session_id, revision: session.get().revision });
      return context.json(answer());
    });
}
