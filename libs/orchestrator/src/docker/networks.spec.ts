import { networkName } from '../names';
import { anInstanceSpec } from '../orchestrator.contract';
import type { DockerContext } from './context';
import { createBridge, createNetwork } from './networks';

function setup() {
  const created: unknown[] = [];
  // The body stands there for dockerode.
  const docker = { createNetwork: async ({ _body }: { _body: object }) => void created.push(_body) };
  const engine = { act: (_: AbortSignal, call: (by: typeof docker) => unknown) => call(docker) };
  const options = { subnetPool: '10.213.0.0/16', deployment: 'test' };
  return { created, context: { engine, options } as unknown as DockerContext };
}

it('creates networks without IPv6, whatever the engine gives networks by itself', async () => {
  const { created, context } = setup();
  const spec = anInstanceSpec({ backend: 10001, frontend: 10002 });
  await createNetwork(context, spec, AbortSignal.timeout(1000));
  await createBridge(context, AbortSignal.timeout(1000), { Name: 'jarvis-network' });
  expect(created).toEqual([
    expect.objectContaining({ Name: networkName(spec.sessionId), EnableIPv6: false }),
    expect.objectContaining({ Name: 'jarvis-network', EnableIPv6: false }),
  ]);
});
