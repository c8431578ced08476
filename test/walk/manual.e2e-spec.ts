import type { Browser } from 'playwright-core';
import { openBrowser } from '../pages/browser';
import { until } from '../support/platform';
import { bash, typed } from '../support/shell';
import { attendeeWalk } from './attendee-walk';

const OURS = 'label=managed_by=jarvis_session_manager';
const COMPOSE = 'docker-compose -f docker-compose.tech-summit.yml';
const CREATE = `-X POST http://localhost:9001/api/sessions -H "Content-Type: application/json"`;

const json = async (command: string) => JSON.parse(await typed(command)) as any; // eslint-disable-line
const health = () => json('curl -s http://localhost:9001/api/health');
const healthy = () =>
  until(async () => {
    const { code, stdout } = await bash('curl -sf http://localhost:9001/api/health');
    return code === 0 && JSON.parse(stdout).status === 'healthy';
  }, 90_000);
const lines = async (command: string) => (await typed(command)).split('\n').filter((line) => line !== '');
const remains = async () => [
  ...(await lines(`docker ps -aq --filter ${OURS}`)),
  ...(await lines(`docker volume ls -q --filter ${OURS}`)),
  ...(await lines(`docker network ls -q --filter ${OURS}`)),
];
const active = async () =>
  (await json('curl -s http://localhost:9001/api/admin/sessions/active -u admin:techsummit2025')).total as number;

/** Removes whatever a run, also one that was interrupted, left under the manual's fixed names. */
async function clear(): Promise<void> {
  await bash(`docker ps -aq --filter ${OURS} | xargs -r docker rm -f`);
  await bash('docker rm -f redis session-manager docker-proxy host-firewall jarvis-landing jarvis-nginx');
  await bash('docker/host-firewall.sh --remove');
  await bash(`docker network ls -q --filter ${OURS} | xargs -r docker network rm`);
  await bash(`docker volume ls -q --filter ${OURS} | xargs -r docker volume rm`);
  await bash('docker volume rm jarvis-redis-data jarvis-docker-proxy');
  await bash('docker network rm jarvis-network');
}

let browser: Browser;
beforeAll(async () => {
  await clear();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await clear();
});

/** The attendee's walk through the page at port 80, with a receiver on this host that containers reach. */
const walk = async () => {
  const gateway = await typed("docker network inspect jarvis-network -f '{{(index .IPAM.Config 0).Gateway}}'");
  return attendeeWalk(browser, { origin: 'http://localhost', receiverAddress: gateway });
};

describe('the compose file', () => {
  const ofReceiver = '-s 10.213.0.0/16 -p tcp -j ACCEPT';
  beforeAll(async () => {
    await typed('docker network create jarvis-network');
    await typed(`${COMPOSE} up -d`);
    await healthy();
    await until(async () => (await bash('docker exec host-firewall keep-host-firewall --healthy')).code === 0);
    // The walk's receiver is on this host, which the firewall closes: its organiser opens it.
    await typed(`iptables -w -I INPUT ${ofReceiver}`);
  }, 180_000);
  afterAll(async () => {
    await clear();
    await bash(`iptables -w -D INPUT ${ofReceiver}`);
  });

  it('starts what the manual verifies', async () => {
    const running = await typed('docker ps | grep -E "redis|session-manager|jarvis-nginx"');
    expect(running.split('\n')).toHaveLength(3);
    expect(await health()).toMatchObject({
      status: 'healthy',
      timestamp: expect.any(String),
      active_sessions: 0,
      max_sessions: 150,
    });
    expect(await typed('docker exec redis redis-cli PING')).toBe('PONG');
    expect(await typed("docker exec session-manager sh -c 'ps -o user= -p 1 2>/dev/null || stat -c %U /proc/1'")).toBe(
      'jarvis',
    );
  });

  it('keeps the Docker socket from the session manager, which does its work through the proxy', async () => {
    const mounts = (name: string) => typed(`docker inspect ${name} -f '{{range .Mounts}}{{println .Source}}{{end}}'`);
    expect(await mounts('session-manager')).not.toContain('docker.sock');
    expect(await mounts('docker-proxy')).toContain('docker.sock');
    const networks = "docker inspect docker-proxy -f '{{json .NetworkSettings.Networks}}'";
    expect(Object.keys(JSON.parse(await typed(networks)) as object)).toEqual(['none']);
    expect(await typed('docker logs docker-proxy')).not.toContain('Refused');
  });

  it('serves the landing page, the admin page and the API at port 80', async () => {
    expect(await typed('curl -s http://localhost/')).toContain('Launch Your Jarvis Instance');
    expect(await typed('curl -sL http://localhost/admin')).toContain('<div id="root">');
    expect((await json('curl -s http://localhost/api/health')).status).toBe('healthy');
    expect(await typed('curl -s http://localhost/api/docs')).toContain('swagger');
  });

  it('lets an attendee launch, work and come back through the containers', async () => {
    expect((await walk()).complaints).toEqual([]);
  });

  it('answers the debug commands of the manual', async () => {
    expect(await lines(`docker ps -a --filter "${OURS}" --format '{{.Names}}'`)).toHaveLength(2);
    expect(await typed('docker logs session-manager --tail 50')).toContain('Created session ada-lovelace-');
    const sessions = await lines('docker exec redis redis-cli --scan --pattern "session:*"');
    expect(sessions).toEqual([expect.stringMatching(/^session:ada-lovelace-[0-9a-f]{8}$/)]);
    expect(await typed('docker exec redis redis-cli SMEMBERS allocated_ports | wc -l')).toBe('2');
    const stats = await typed(`docker stats --no-stream $(docker ps -q --filter "${OURS}")`);
    expect(stats.split('\n')).toHaveLength(3);
    const made = await json(`curl -s ${CREATE} -d '{"user_id": "test-user", "metadata": {}}'`);
    expect(made).toMatchObject({ user_id: 'test-user', status: 'active' });
    expect(await typed(`docker logs jarvis-${made.session_id}-backend 2>&1`)).toContain('listens');
    expect(
      await typed(`docker exec jarvis-${made.session_id}-frontend getent hosts jarvis-${made.session_id}-backend`),
    ).toMatch(/^10\.213\./);
  });

  it('answers the daily operations of the manual', async () => {
    expect((await health()).active_sessions).toBe(2);
    const total = 'curl -s http://localhost:9001/api/admin/sessions/active -u admin:techsummit2025 | jq ".total"';
    expect(await typed(total)).toBe('2');
    await typed(
      'docker exec redis redis-cli ZADD sessions:expiry 1 $(docker exec redis redis-cli ZRANGE sessions:expiry 0 0)',
    );
    const cleanup = await json(
      'curl -s -X POST http://localhost:9001/api/admin/sessions/cleanup -u admin:techsummit2025',
    );
    expect(cleanup).toEqual({ cleaned: expect.any(Number), sessions: expect.any(Array) });
    await until(async () => (await active()) === 1);
    expect(await lines(`docker ps -q --filter ${OURS}`)).toHaveLength(2);
  });

  it('obeys the administration commands of the manual', async () => {
    const id = (await json('curl -s http://localhost:9001/api/admin/sessions/active -u admin:techsummit2025'))
      .sessions[0].session_id as string;
    const before = await json(`curl -s http://localhost:9001/api/admin/sessions/${id} -u admin:techsummit2025`);
    const after = await json(
      `curl -s -X POST http://localhost:9001/api/admin/sessions/${id}/extend -u admin:techsummit2025 -H "Content-Type: application/json" -d '{"hours": 12}'`,
    );
    expect(Date.parse(after.expires_at) - Date.parse(before.expires_at)).toBe(12 * 3_600_000);
  });

  it('frees and gets back its ports when an operator clears the allocations', async () => {
    await typed('docker exec redis redis-cli DEL allocated_ports');
    await typed('docker restart session-manager');
    await healthy();
    await until(async () => (await typed('docker exec redis redis-cli SMEMBERS allocated_ports | wc -l')) === '2');
  });

  it("does what 'Before Tech Summit Event' says", async () => {
    await typed(`docker ps -q --filter "${OURS}" | xargs docker rm -f`);
    await typed('docker exec redis redis-cli FLUSHALL');
    await typed('docker restart redis session-manager');
    await healthy();
    await until(async () => (await remains()).length === 0, 60_000);
    await typed(
      `for i in {1..5}; do curl -sf ${CREATE} -d "{\\"user_id\\": \\"test-$i\\", \\"metadata\\": {}}" || exit 1; done`,
    );
    // A header line, and two containers for each of the five sessions.
    expect(await typed(`docker ps --filter "${OURS}" | wc -l`)).toBe('11');
  });

  it("shows what 'During Event Monitoring' looks at", async () => {
    expect(await typed(`docker ps -q --filter "${OURS}" | wc -l`)).toBe('10');
    expect(await typed(`docker ps -a --filter "status=exited" --filter "${OURS}" -q`)).toBe('');
    const performance = await lines('docker logs session-manager --tail 100 | grep -E "Created session|Failed|Error"');
    expect(performance.filter((line) => line.includes('Created session test-'))).not.toEqual([]);
  });

  it('keeps sessions over a restart of Redis, of the manager and of the gateway', async () => {
    await typed('docker restart redis session-manager jarvis-nginx');
    await healthy();
    expect(await active()).toBe(5);
    await until(async () => (await bash('curl -sf http://localhost/api/health')).code === 0);
  });

  it('obeys MAX_TOTAL_SESSIONS=50 appended to /app/.env', async () => {
    await typed(`docker exec session-manager sh -c 'echo "MAX_TOTAL_SESSIONS=50" >> /app/.env'`);
    await typed('docker restart session-manager');
    await healthy();
    expect((await health()).max_sessions).toBe(50);
  });

  it("does what 'Post-Event Cleanup' says", async () => {
    await typed('docker exec redis redis-cli --rdb /data/backup.rdb SAVE');
    await typed('docker exec redis test -s /data/backup.rdb');
    await typed(`docker ps -q --filter "${OURS}" | xargs docker stop -t 2`);
    await typed(`docker ps -aq --filter "${OURS}" | xargs docker rm`);
    await typed('docker exec redis redis-cli FLUSHALL');
    await typed('docker restart session-manager');
    await healthy();
    await until(async () => (await remains()).length === 0, 60_000);
    expect(await active()).toBe(0);
  });

  it('backs up as the manual says', async () => {
    await typed('docker exec redis redis-cli SAVE');
    await typed('docker cp redis:/data/dump.rdb - > /dev/null');
  });
});

describe("the manual's own docker run commands", () => {
  afterAll(clear);

  it('set the platform up', async () => {
    await typed('docker network create jarvis-network');
    await typed('docker run -d --name redis -p 6379:6379 --network jarvis-network redis:alpine');
    await typed(
      `docker run -d --name session-manager -p 9001:9000 -e REDIS_HOST=host.docker.internal ` +
        `-e BACKEND_IMAGE=jarvis-backend-prod:latest -v /var/run/docker.sock:/var/run/docker.sock ` +
        `--network bridge session-manager:latest`,
    );
    await typed(
      'docker run -d --name jarvis-landing -p 80:80 -v $(pwd)/landing:/usr/share/nginx/html:ro --network jarvis-network nginx:alpine',
    );
    await healthy();
    expect(await typed('docker ps | grep -cE "redis|session-manager|jarvis-landing"')).toBe('3');
    expect(await typed('curl -s http://localhost/')).toContain('Launch Your Jarvis Instance');
  });

  it('let an attendee launch from the page that the plain web server serves', async () => {
    await walk();
    const [id] = await lines('docker exec redis redis-cli ZRANGE sessions:expiry 0 -1');
    await typed(`curl -s -X DELETE http://localhost:9001/api/admin/sessions/${id} -u admin:techsummit2025`);
  });

  it('give a working instance, and take it away again', async () => {
    const made = await json(`curl -s ${CREATE} -d '{"user_id": "emergency-test"}'`);
    expect(made.status).toBe('active');
    expect((await fetch(`${made.backend_url}health`)).status).toBe(200);
    const ended = await json(
      `curl -s -X DELETE http://localhost:9001/api/admin/sessions/${made.session_id} -u admin:techsummit2025`,
    );
    expect(ended.status).toBe('ended');
    expect(await remains()).toEqual([]);
  });
});
