import type { DockerOrchestrator, InstanceSpec } from '@app/orchestrator';
import { anInstanceSpec } from '../../libs/orchestrator/src/orchestrator.contract';
import { each, reached } from '../support/attack/attacker';
import { dockerFixture, type DockerFixture } from '../support/orchestrator/docker-fixture';

/** More than CI has time for: `CROWD=150 npm test -- test/attack/docker-crowd`. */
const SESSIONS = Number(process.env['CROWD'] ?? 20);
/** For the starts, the attempts and the ends, each. */
const PATIENCE_MS = 120_000 + SESSIONS * 6_000;
/** How many start, attack or end at the same time. */
const WIDTH = 4;
const MIB = 2 ** 20;

let fixture: DockerFixture;
let driver: DockerOrchestrator;
let sessions: InstanceSpec[];

beforeAll(async () => {
  fixture = await dockerFixture();
  const limits = { cpus: 1, memoryBytes: 96 * MIB };
  driver = fixture.with({ limits: { backend: limits, frontend: limits, pids: 64 } });
  sessions = [];
  while (sessions.length < SESSIONS) sessions.push(anInstanceSpec(await fixture.ports()));
  await inTurns((spec) => driver.launch(spec, { signal: AbortSignal.timeout(90_000) }));
}, PATIENCE_MS);
afterAll(async () => {
  await inTurns((spec) => driver.remove(spec, { signal: AbortSignal.timeout(90_000) }));
  await fixture.close();
}, PATIENCE_MS);

/** For each session, a few at a time. */
async function inTurns<T>(act: (session: InstanceSpec) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  const waiting = [...sessions.entries()];
  const turn = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await act(next[1]);
  };
  await Promise.all(Array.from({ length: WIDTH }, turn));
  return results;
}

const SERVICES = ['backend', 'frontend'] as const;
const nameOf = ({ sessionId }: InstanceSpec, service: string): string => `jarvis-${sessionId}-${service}`;
const namesOf = (spec: InstanceSpec): string[] =>
  SERVICES.flatMap((service) => [nameOf(spec, service), `jarvis-${spec.instanceId}-${service}`]);

it(
  `${SESSIONS} sessions on one host reach themselves and none of the others, by address, name or published port`,
  async () => {
    const networks = await inTurns(async (spec) =>
      Promise.all(
        SERVICES.map(async (service) => {
          const { NetworkSettings } = await fixture.docker.getContainer(nameOf(spec, service)).inspect();
          return Object.values(NetworkSettings.Networks)[0];
        }),
      ),
    );
    const addressesOf = (index: number): string[] => (networks[index] ?? []).map((network) => network?.IPAddress ?? '');
    const all = sessions.map((spec, index) => ({ names: namesOf(spec), addresses: addressesOf(index) }));
    expect(new Set(all.flatMap(({ addresses }) => addresses)).size).toBe(2 * SESSIONS);

    const found = await inTurns(async (spec) => {
      const index = sessions.indexOf(spec);
      const others = all.filter((_, other) => other !== index);
      const gateways = [networks[index]?.[0]?.Gateway ?? ''];
      const ports = sessions.filter((other) => other !== spec).flatMap((other) => Object.values(other.ports));
      const targets = [
        ...each(
          others.flatMap(({ names, addresses }) => [...addresses, ...names]),
          [8000],
        ),
        ...each(gateways, ports),
      ];
      const itself = each([...namesOf(spec), ...addressesOf(index)], [8000]);
      const attacker = nameOf(spec, 'backend');
      return {
        itself: await reached(attacker, itself),
        others: await reached(attacker, targets),
        tried: targets.length,
      };
    });
    expect(found.map(({ itself }) => itself.length)).toEqual(sessions.map(() => 6));
    expect(found.map(({ tried }) => tried)).toEqual(sessions.map(() => (SESSIONS - 1) * 8));
    expect(found.flatMap(({ others }) => others)).toEqual([]);
  },
  PATIENCE_MS,
);
