import { sleep } from '../deadline';
import { settled } from '../settled';
import type { InstanceSpec, Service } from '../types';
import { SERVICES } from '../types';
import { untilReady } from '../until-ready';
import type { DockerContext } from './context';
import { logText } from './log-text';
import { serviceUrl } from './service-urls';

const LOOK_MS = 250;
const LOG_LINES = 40;

export interface Pair {
  readonly instance: Pick<InstanceSpec, 'instanceId' | 'ports'>;
  readonly ids: Readonly<Record<Service, string>>;
}

/** Resolves when both containers' services answer; rejects when a container ends, or is restarted for having ended. */
export async function pairReady(context: DockerContext, { instance, ids }: Pair, signal: AbortSignal): Promise<void> {
  const { engine, options } = context;
  const restarts = new Map<Service, number>();

  const hasEnded = async (service: Service, until: AbortSignal): Promise<boolean> => {
    const { State, RestartCount } = await engine.ask(until, (docker, abortSignal) =>
      docker.getContainer(ids[service]).inspect({ abortSignal }),
    );
    const before = restarts.get(service) ?? RestartCount;
    restarts.set(service, before);
    return !State.Running || State.Restarting || RestartCount > before;
  };

  await untilReady({
    signal,
    timeoutMs: options.readyTimeoutMs,
    urls: {
      backend: serviceUrl('backend', instance, options),
      frontend: serviceUrl('frontend', instance, options),
    },
    ended: async (until) => {
      for (;;) {
        const ends = await settled(SERVICES.map((service) => hasEnded(service, until)));
        const dead = SERVICES.find((_, index) => ends[index]);
        if (dead) return dead;
        await sleep(LOOK_MS, until);
      }
    },
    logs: (service) => lastLines(context, ids[service]),
  });
}

/** The end of what a container printed, or nothing when that cannot be had. */
async function lastLines({ engine }: DockerContext, id: string): Promise<string> {
  try {
    const output = await engine.ask(undefined, (docker, abortSignal) =>
      docker.getContainer(id).logs({ stdout: true, stderr: true, tail: LOG_LINES, abortSignal }),
    );
    return logText(output);
  } catch {
    return '';
  }
}
