import { egressMessage, type Egress } from '@app/egress';
import { Hono } from 'hono';
import type { AddressGuard } from '../delivery/address-guard';
import { testDelivery } from '../delivery/test-delivery';
import { InvalidInputError, RefusedAddressError } from '../errors';
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
  readonly egress: Egress;
  /** Called before a destination goes. */
  readonly onRemove: (id: string) => void;
}

const patchSchema = z.record(z.string(), z.unknown());

export function destinationRoutes({ session, destinations, guard, egress, onRemove }: DestinationRoutesDeps): Hono {
  const demandChange = () => demand(mayChangeDestinations(session.get().features), 'destinations');
  const told = (destination: Destination) => ({
    ...publicDestination(destination),
    refused: refusalOf(guard, destination)?.message ?? null,
  });
  return new Hono()
    .get('/', (context) => {
      const list = destinations.list().map(told);
      return context.json({
        total: list.length,
        destinations: list,
        egress: { ...egress, message: egressMessage(egress) },
      });
    })
    .post('/', async (context) => {
      demandChange();
      const created = destinations.create(withToken(checked(guard, await readJson(context, destinationSchema))));
      return context.json(told(created), 201, { Location: `/api/v1/destinations/${created.id}` });
    })
    .get('/:id', (context) => context.json(told(destinations.get(context.req.param('id')))))
    .put('/:id', async (context) => {
      demandChange();
      const id = context.req.param('id');
      const input = checked(guard, await readJson(context, destinationSchema));
      return context.json(told(replace(destinations, id, input)));
    })
    .patch('/:id', async (context) => {
      demandChange();
      const id = context.req.param('id');
      const changes = await readJson(context, patchSchema);
      const merged = { ...inputOf(destinations.get(id)), ...changes };
      return context.json(told(replace(destinations, id, checked(guard, parseInput(destinationSchema, merged)))));
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
  const refusal = refusalOf(guard, input);
  if (refusal === undefined) return input;
  const field = input.type === 'hec' ? 'url' : 'host';
  throw new InvalidInputError(refusal.message, [{ field, message: `may not be there: ${refusal.message}` }]);
}

/** Why a destination may not be where it is, as far as that is known without looking a name up. */
function refusalOf(guard: AddressGuard, input: DestinationInput | Destination): RefusedAddressError | undefined {
  try {
    guard.check(input.type === 'hec' ? new URL(input.url).hostname : input.host);
    return undefined;
  } catch (error) {
    if (error instanceof RefusedAddressError) return error;
    throw error;
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
