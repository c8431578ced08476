import { createHash, createHmac } from 'node:crypto';
import { aWarmSpec, claimOf } from '../../libs/orchestrator/src/warm.contract';
import type { DockerFixture } from '../support/orchestrator/docker-fixture';
import { dockerFixture } from '../support/orchestrator/docker-fixture';

let fixture: DockerFixture;
beforeAll(async () => {
  fixture = await dockerFixture();
});
afterEach(() => fixture.removeAll());
afterAll(() => fixture.close());

const signal = (): AbortSignal => AbortSignal.timeout(60_000);

describe('docker: a warm pair', () => {
  it("has the names of its birth until it is claimed, and then the manual's for its containers", async () => {
    const spec = aWarmSpec(await fixture.ports());
    const born = `jarvis-warm-${spec.instanceId}`;
    const claimed = claimOf(spec);
    await fixture.driver().launch(spec, { signal: signal() });
    expect((await fixture.remains(spec)).toSorted()).toEqual([
      `/${born}-backend`,
      `/${born}-frontend`,
      `${born}-data`,
      `zz-${born}-net`,
    ]);
    const { Labels } = await fixture.docker.getVolume(`${born}-data`).inspect();
    expect(Labels).toMatchObject({
      warm: 'true',
      session_id: `warm-${spec.instanceId}`,
      user_id: '',
      token_sha256: '',
    });

    await fixture.driver().rename(claimed, signal());
    expect((await fixture.remains(spec)).toSorted()).toEqual([
      `/jarvis-${claimed.sessionId}-backend`,
      `/jarvis-${claimed.sessionId}-frontend`,
      `${born}-data`,
      `zz-${born}-net`,
    ]);
  });

  it('of half of the names is a claimed one, and a repetition completes it', async () => {
    const spec = aWarmSpec(await fixture.ports());
    const claimed = claimOf(spec);
    const driver = fixture.driver();
    await driver.launch(spec, { signal: signal() });
    await fixture.docker
      .getContainer(`jarvis-${spec.sessionId}-frontend`)
      .rename({ name: `jarvis-${claimed.sessionId}-frontend` });
    expect(await driver.list(signal())).toMatchObject([{ sessionId: claimed.sessionId }]);

    await driver.rename(claimed, signal());
    expect(await fixture.remains(spec)).toContain(`/jarvis-${claimed.sessionId}-backend`);
  });

  it('of the real servers answers through its frontend while it is claimed, and after a restart', async () => {
    const driver = fixture.with({
      images: { backend: 'jarvis-backend-prod:latest', frontend: 'jarvis-frontend:prod' },
    });
    const spec = aWarmSpec(await fixture.ports());
    await driver.launch(spec, { signal: signal() });
    const token = createHmac('sha256', spec.apiKey).update('jarvis access').digest('base64url');
    const cookie = `jarvis_${createHash('sha256').update(token).digest('hex').slice(0, 8)}=${token}`;
    const session = async (): Promise<number> =>
      (await fetch(`http://127.0.0.1:${spec.ports.frontend}/api/v1/session`, { headers: { cookie } })).status;
    const controller = new AbortController();
    const answers = new Set<number>();
    const asking = (async () => {
      while (!controller.signal.aborted) answers.add(await session());
    })();
    await driver.rename(claimOf(spec), signal());
    await new Promise((resolve) => setTimeout(resolve, 300));
    controller.abort();
    await asking;
    expect([...answers]).toEqual([200]);

    await fixture.docker.getContainer(`jarvis-${claimOf(spec).sessionId}-backend`).restart({ t: 5 });
    await driver.resume(claimOf(spec), signal());
    expect(await session()).toBe(200);
  });
});
