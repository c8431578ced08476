import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Catalogue } from '../catalogue/catalogue';
import type { DestinationStore } from '../destinations/destination.store';
import { readJson } from '../http/read-json';
import { demand, maySend } from '../session/features';
import type { SessionStore } from '../session/session.store';
import { chooseSource } from './choose-source';
import { sendSchema } from './request.schema';
import { followSend } from './follow-send';
import type { SendsService } from './sends.service';

export interface SendRoutesDeps {
  readonly sends: SendsService;
  readonly destinations: DestinationStore;
  readonly catalogue: Catalogue;
  readonly session: SessionStore;
}

const LIST_MAX = 100;

export function sendRoutes({ sends, destinations, catalogue, session }: SendRoutesDeps): Hono {
  return new Hono()
    .get('/', (context) => {
      const list = sends.list(LIST_MAX);
      return context.json({ total: list.length, sends: list });
    })
    .post('/', async (context) => {
      demand(maySend(session.get().features), 'log_generation');
      const body = await readJson(context, sendSchema);
      const destination = destinations.get(body.destination_id);
      const chosen = chooseSource(body, catalogue, session);
      const send = sends.start({
        destination,
        source: chosen.source,
        events: chosen.events(body.count),
        total: body.count,
        rate: body.rate,
        seed: chosen.seed,
        baseTime: body.base_time ?? null,
        permission: () => {
          const sending = maySend(session.get().features);
          return sending.allowed ? chosen.permission() : sending;
        },
      });
      return context.json(send, 202, { Location: `/api/v1/sends/${send.id}` });
    })
    .get('/:id', (context) => context.json(sends.get(context.req.param('id'))))
    .post('/:id/cancel', (context) => context.json(sends.cancel(context.req.param('id'))))
    .get('/:id/events', (context) => {
      const { id } = sends.get(context.req.param('id'));
      context.header('X-Accel-Buffering', 'no');
      return streamSSE(context, (stream) => followSend(stream, sends, id));
    });
}
