import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import type { Config } from '@app/config';
import { Orchestrator } from '@app/orchestrator';
import { PortAllocator, type PortLease } from '@app/ports';
import { Redis } from 'ioredis';
import { AdminEvents } from './admin-events';
import { makeOrchestrator } from './orchestrator';
import { connectRedis } from './redis';
import { CONFIG } from './tokens';

/** The composition root: makes what every module is handed, and is the only place that names a driver. */
@Global()
@Module({})
export class CompositionModule implements OnApplicationShutdown {
  constructor(
    @Inject(Redis) private readonly redis: Redis,
    private readonly orchestrator: Orchestrator,
  ) {}

  static with(config: Config): DynamicModule {
    return {
      module: CompositionModule,
      providers: [
        AdminEvents,
        { provide: CONFIG, useValue: config },
        { provide: Redis, useFactory: () => connectRedis(config) },
        { provide: Orchestrator, useFactory: () => makeOrchestrator(config) },
        {
          provide: PortAllocator,
          useFactory: (redis: Redis, orchestrator: Orchestrator) =>
            new PortAllocator(redis, config.ports, () => leasesInUse(orchestrator)),
          inject: [Redis, Orchestrator],
        },
      ],
      exports: [AdminEvents, CONFIG, Redis, Orchestrator, PortAllocator],
    };
  }

  onApplicationShutdown(): void {
    this.redis.disconnect();
    this.orchestrator.close();
  }
}

async function leasesInUse(orchestrator: Orchestrator): Promise<PortLease[]> {
  const instances = await orchestrator.list(AbortSignal.timeout(30_000));
  return instances.flatMap(({ instanceId, ports: { frontend, backend } }) =>
    frontend === undefined || backend === undefined ? [] : [{ instanceId, frontend, backend }],
  );
}
