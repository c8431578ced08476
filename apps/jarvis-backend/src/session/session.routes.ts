import { Hono } from 'hono';
import type { Access, AccessEnv } from '../http/access';
import type { Log } from '../log';
import { readJson } from '../http/read-json';
import type { Usage } from '../sends/send.types';
import { sessionSchema, type Message, type Session } from './session.schema';
import type { SessionStore } from './session.store';

export interface SessionRoutesDeps {
  readonly session: SessionStore;
  readonly usage: () => Usage;
  /** Called after a new configuration is in force. */
  readonly onChange: (session: Session) => void;
  readonly log: Log;
}

/** Only the API key is told of the owner's token, and whether the session was ever configured. A message that has ended is told to nobody. */
export function sessionRoutes({ session, usage, onChange, log }: SessionRoutesDeps): Hono<AccessEnv> {
  const answer = (access: Access) => {
    const { token_sha256 = null, ...told } = session.get();
    const forManager = access === 'full' && { token_sha256, configured: session.isConfigured };
    return { ...told, messages: told.messages.filter(isShown), usage: usage(), ...forManager };
  };
  return new Hono<AccessEnv>()
    .get('/', (context) => context.json(answer(context.var.access)))
    .put('/', async (context) => {
      session.put(await readJson(context, sessionSchema));
      onChange(session.get());
      log('info', 'Session configured', { session: session.get().session_id, revision: session.get().revision });
      return context.json(answer(context.var.access));
    });
}

const isShown = ({ ends_at }: Message): boolean => ends_at === null || Date.parse(ends_at) > Date.now();
