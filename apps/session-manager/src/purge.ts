import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Config } from '@app/config';
import { Orchestrator } from '@app/orchestrator';
import { CompositionModule } from './composition/composition.module';
import { inParallel } from './composition/in-parallel';
import { InstancesService } from './instances/instances.service';
import { PoolRepository } from './pool/pool.repository';
import { ReservationsRepository } from './reservations/reservations.repository';
import { SessionsRepository } from './sessions/sessions.repository';
import { PortAllocator } from '@app/ports';
import { Redis } from 'ioredis';
import { TicketsRepository } from './waiting/tickets.repository';

@Module({})
class PurgeModule {
  static with(config: Config): DynamicModule {
    return {
      module: PurgeModule,
      imports: [CompositionModule.with(config)],
      providers: [InstancesService, PoolRepository, ReservationsRepository, SessionsRepository, TicketsRepository],
    };
  }
}

const TIMEOUT_MS = 60_000;

/** Ends every session, clears the line and the reservations, and removes all that this deployment ever started. Answers how many instances there were. */
export async function purge(config: Config): Promise<number> {
  const app = await NestFactory.createApplicationContext(PurgeModule.with(config), { logger: ['error', 'warn'] });
  try {
    await connected(app.get(Redis));
    const instances = app.get(InstancesService);
    const repository = app.get(SessionsRepository);
    const found = await app.get(Orchestrator).list(AbortSignal.timeout(TIMEOUT_MS));
    await inParallel(found, config.instances.teardownConcurrency, (instance) =>
      instances.retire(instance, { signal: AbortSignal.timeout(TIMEOUT_MS), keepVolume: false }),
    );
    const tickets = app.get(TicketsRepository);
    for (const id of await tickets.line()) await tickets.leave(id, 'lost');
    const now = new Date();
    const reservations = app.get(ReservationsRepository);
    for (const { reservationId } of await reservations.list(now)) await reservations.cancel(reservationId);
    for (const session of await repository.list())
      await repository.finish({ ...session, endReason: 'terminated' }, now);
    const pool = app.get(PoolRepository);
    for (const id of await pool.list()) await pool.forget(id);
    const ports = app.get(PortAllocator);
    for (const { instanceId } of await ports.list()) await ports.release(instanceId);
    return found.length;
  } finally {
    await app.close();
  }
}

async function connected(redis: Redis): Promise<void> {
  if (redis.status === 'ready') return;
  await new Promise<void>((resolve, reject) => {
    redis.once('ready', resolve);
    setTimeout(() => reject(new Error('Redis does not answer')), 10_000).unref();
  });
}
