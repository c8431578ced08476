import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { docker } from '../support/docker';
import { portOfOurs } from '../support/free-port';
import { ROOT, until } from '../support/platform';

const run = promisify(execFile);

/** The compose file's services under names and ports of the test's own, so that several may run on one machine. */
export class ComposeProject {
  readonly name = `jt-${randomBytes(4).toString('hex')}`;
  readonly folder = mkdtempSync(join(tmpdir(), 'jarvis-compose-'));
  private readonly first = portOfOurs(500);
  readonly httpPort = this.first + 1;
  readonly httpsPort = this.first + 2;
  /** For what a test runs beside the services. */
  readonly manualPort = this.first + 5;
  private readonly override = join(this.folder, 'override.yml');

  constructor(private readonly subnetPool: string) {
    const { name } = this;
    const named = (container_name: string) => ({ container_name });
    const doors = { environment: [`DOOR_CONTAINERS=${this.manager},${this.nginx}`] };
    const override = {
      version: '3.8',
      services: {
        redis: named(`${name}-redis`),
        'host-firewall': named(this.hostFirewall),
        'docker-proxy': { ...named(`${name}-docker-proxy`), ...doors },
        'session-manager': { ...named(this.manager), ...doors },
        nginx: named(this.nginx),
      },
      networks: { 'jarvis-network': { external: true, name } },
      volumes: {
        'redis-data': { name: `${name}-redis-data` },
        'docker-proxy': { name: `${name}-docker-proxy` },
      },
    };
    // JSON is YAML.
    writeFileSync(this.override, JSON.stringify(override));
  }

  get manager(): string {
    return `${this.name}-manager`;
  }

  get hostFirewall(): string {
    return `${this.name}-host-firewall`;
  }

  get nginx(): string {
    return `${this.name}-nginx`;
  }

  /**
   * Brings all up, or up to date with other variables, and resolves when the platform is healthy. Without the host's firewall, whose
   * rules are for the whole host: receivers on this very host have to be reached.
   */
  async up(variables: Record<string, string>): Promise<void> {
    if ((await docker('network', 'ls', '-q', '--filter', `name=^${this.name}$`)).length === 0) {
      await docker('network', 'create', this.name);
    }
    await this.compose(variables, 'up', '-d', '--scale', 'host-firewall=0');
    const health = `http://127.0.0.1:${this.first + 3}/api/health`;
    await until(async () => {
      const answer = await fetch(health).catch(() => undefined);
      return answer !== undefined && ((await answer.json()) as { status: string }).status === 'healthy';
    }, 90_000);
  }

  async compose(variables: Record<string, string>, ...args: string[]): Promise<void> {
    const files = ['-f', join(ROOT, 'docker-compose.tech-summit.yml'), '-f', this.override];
    await run('docker-compose', ['-p', this.name, '--project-directory', ROOT, ...files, ...args], {
      cwd: ROOT,
      env: {
        ...process.env,
        HTTP_PUBLISH: `127.0.0.1:${this.httpPort}`,
        HTTPS_PUBLISH: `127.0.0.1:${this.httpsPort}`,
        SESSION_MANAGER_PUBLISH: `127.0.0.1:${this.first + 3}`,
        REDIS_PUBLISH: `127.0.0.1:${this.first + 4}`,
        PORT_RANGE_START: String(this.first + 10),
        PORT_RANGE_END: String(this.first + 499),
        DEPLOYMENT_ID: this.name,
        SESSION_SUBNET_POOL: this.subnetPool,
        CERTIFICATE_DIR: this.folder,
        ...variables,
      },
    });
  }

  /** Removes all of it, instances too. */
  async remove(): Promise<void> {
    const ours = ['--filter', `label=deployment=${this.name}`];
    const removeAll = async (list: string[], remove: string[]) => {
      const found = await docker(...list);
      if (found.length > 0) await docker(...remove, ...found);
    };
    await removeAll(['ps', '-aq', '--filter', `label=com.docker.compose.project=${this.name}`], ['rm', '-f']);
    await removeAll(['ps', '-aq', ...ours], ['rm', '-f']);
    await removeAll(['network', 'ls', '-q', ...ours], ['network', 'rm']);
    await removeAll(['volume', 'ls', '-q', ...ours], ['volume', 'rm']);
    await removeAll(
      ['volume', 'ls', '-q', '--filter', `name=^${this.name}-(redis-data|docker-proxy)$`],
      ['volume', 'rm'],
    );
    await removeAll(['network', 'ls', '-q', '--filter', `name=^${this.name}$`], ['network', 'rm']);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
