import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { DestinationStore } from '../destinations/destination.store';
import { formatSchema } from '../export/export.schema';
import { download, fileNameOf } from '../export/serialise';
import { parseInput, readJson } from '../http/read-json';
import { demand, maySend } from '../session/features';
import { chooseSource, type SourceDeps } from './choose-source';
import { followSend } from './follow-send';
import { playlistOf } from './playlist-of';
import { prepare } from './prepare';
import { logQuerySchema, sendSchema, type SendRequestBody } from './request.schema';
import { logPage, resultOf } from './result';
import type { SendLog } from './send-log';
import { sentEvents } from './sent-events';
import type { Send } from './send.types';
import type { SendsService } from './sends.service';

export interface SendRoutesDeps extends SourceDeps {
  readonly sends: SendsService;
  readonly sendLog: SendLog;
  readonly destinations: DestinationStore;
}

const LIST_MAX = 100;

export function sendRoutes(deps: SendRoutesDeps): Hono {
  const { sends, sendLog, session } = deps;
  const sent = (send: Send, from: number) => sentEvents(sendLog, send.id, () => playlistOf(send, deps), from);
  return new Hono()
    .get('/', (context) => {
      const list = sends.list(LIST_MAX);
      return context.json({ total: list.length, sends: list });
    })
    .post('/', async (context) => {
      demand(maySend(session.get().features), 'log_generation');
      const send = start(deps, await readJson(context, sendSchema));
      return context.json(send, 202, { Location: `/api/v1/sends/${send.id}` });
    })
    .get('/:id', (context) => context.json(sends.get(context.req.param('id'))))
    .post('/:id/pause', (context) => context.json(sends.pause(context.req.param('id'))))
    .post('/:id/resume', (context) => context.json(sends.resume(context.req.param('id'))))
    .post('/:id/cancel', (context) => context.json(sends.cancel(context.req.param('id'))))
    .get('/:id/result', (context) => {
      const send = sends.get(context.req.param('id'));
      return context.json(resultOf(send, sendLog.tallies(send.id), sendLog.listed(send.id)));
    })
    .get('/:id/log', async (context) => {
      const send = sends.get(context.req.param('id'));
      const query = parseInput(logQuerySchema, context.req.query());
      return context.json({ listed: sendLog.listed(send.id), ...(await logPage(sent(send, query.from), query)) });
    })
    .get('/:id/export', (context) => {
      const send = sends.get(context.req.param('id'));
      const { format } = parseInput(formatSchema, context.req.query());
      return download(sent(send, 0), format, `${fileNameOf(send.source)}-${send.id.slice(0, 8)}`);
    })
    .get('/:id/events', (context) => {
      const { id } = sends.get(context.req.param('id'));
      context.header('X-Accel-Buffering', 'no');
      return streamSSE(context, (stream) => followSend(stream, sends, id));
    });
}

function start(deps: SendRoutesDeps, body: SendRequestBody): Send {
  const { sends, destinations, session } = deps;
  const destination = destinations.get(body.destination_id);
  const chosen = chooseSource(body, deps);
  return sends.start({
    ...prepare(chosen, body, deps),
    destination,
    source: chosen.source,
    rate: body.rate,
    seed: chosen.seed,
    permission: () => {
      const sending = maySend(session.get().features);
      return sending.allowed ? chosen.permission() : sending;
    },
  });
}
