import { Hono } from 'hono';
import type { AddressGuard } from '../delivery/address-guard';
import { testDelivery } from '../delivery/test-delivery';
import { InvalidInputError, type RefusedAddressError } from '../errors';
import { parseInput, readJson } from '../http/read-json';
import { demand, mayChangeDestinations, maySend } from '../session/features';
import type { SessionStore } from '../session/session.store';
import * as z from 'zod/mini';
import { destinationSchema, publicDestination, type Destination, type DestinationInput } from './destination.schema';
import type { DestinationStore } from './destination.store';

export interface DestinationRoutesDeps {
  readonly session: SessionStore;
  readonly destinations: DestinationStore;
  readonly guard: AddressGuard;
  /** Called before a destination goes. */
  readonly onRemove: (id: string) => void;
}

const patchSchema = z.record(z.string(), z.unknown());

export function destinationRoutes({ session, destinations, guard, onRemove }: DestinationRoutesDeps): Hono {
  const demandChange = () => demand(mayChangeDestinations(session.get().features), 'destinations');
  return new Hono()
    .get('/', (context) => {
      const list = destinations.list().map(publicDestination);
      return context.json({ total: list.length, destinations: list });
    })
    .post('/', async (context) => {
      demandChange();
      const created = destinations.create(withToken(checked(guard, await readJson(context, destinationSchema))));
      return context.json(publicDestination(created), 201, { Location: `/api/v1/destinations/${created.id}` });
    })
    .get('/:id', (context) => context.json(publicDestination(destinations.get(context.req.param('id')))))
    .put('/:id', async (context) => {
      demandChange();
      const id = context.req.param('id');
      const input = checked(guard, await readJson(context, destinationSchema));
      return context.json(publicDestination(replace(destinations, id, input)));
    })
    .patch('/:id', async (context) => {
      demandChange();
      const id = context.req.param('id');
      const changes = await readJson(context, patchSchema);
      const merged = { ...inputOf(destinations.get(id)), ...changes };
      return context.json(
        publicDestination(replace(destinations, id, checked(guard, parseInput(destinationSchema, merged)))),
      );
    })
    .delete('/:id', (context) => {
      demandChange();
      const { id } = destinations.get(context.req.param('id'));
      onRemove(id);
      destinations.remove(id);
      return context.body(null, 204);
    })
    .post('/:id/test', async (context) => {
      demand(maySend(session.get().features), 'log_generation');
      return context.json(
        await testDelivery(destinations.get(context.req.param('id')), guard, session.get().session_id),
      );
    });
}

function replace(destinations: DestinationStore, id: string, input: DestinationInput): Destination {
  const before = destinations.get(id);
  return destinations.replace(id, before.type === 'hec' && before.token !== null ? input : withToken(input));
}

/** A refused address is told as soon as it is typed; names are decided when they are looked up. */
function checked(guard: AddressGuard, input: DestinationInput): DestinationInput {
  const [field, host] = input.type === 'hec' ? ['url', new URL(input.url).hostname] : ['host', input.host];
  try {
    guard.check(host);
    return input;
  } catch (error) {
    const { message } = error as RefusedAddressError;
    throw new InvalidInputError(message, [{ field, message: `may not be there: ${message}` }]);
  }
}

/** A collector without a token would refuse every event. */
function withToken(input: DestinationInput): DestinationInput {
  if (input.type === 'hec' && input.token === undefined) {
    throw new InvalidInputError('token: is missing', [{ field: 'token', message: 'is missing' }]);
  }
  return input;
}

function inputOf(destination: Destination): object {
  const { id: _id, token: _token, created_at: _created, updated_at: _updated, ...input } = destination;
  return input;
}
