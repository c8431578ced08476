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
    const services = { redis: 'redis', 'session-manager': 'manager', nginx: 'nginx' };
    const named = Object.entries(services).map(
      ([service, short]) => `  ${service}:\n    container_name: ${name}-${short}\n`,
    );
    const doors = `    environment: ['DOOR_CONTAINERS=${this.manager},${this.nginx}']\n`;
    writeFileSync(
      this.override,
      `version: '3.8'\nservices:\n${named[0]}${named[1]}${doors}${named[2]}` +
        `networks:\n  jarvis-network:\n    external: true\n    name: ${name}\n` +
        `volumes:\n  redis-data:\n    name: ${name}-redis-data\n`,
    );
  }

  get manager(): string {
    return `${this.name}-manager`;
  }

  get nginx(): string {
    return `${this.name}-nginx`;
  }

  /** Brings all up, or up to date with other variables, and resolves when the platform is healthy. */
  async up(variables: Record<string, string>): Promise<void> {
    if ((await docker('network', 'ls', '-q', '--filter', `name=^${this.name}$`)).length === 0) {
      await docker('network', 'create', this.name);
    }
    await this.compose(variables, 'up', '-d');
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
    await removeAll(['volume', 'ls', '-q', '--filter', `name=^${this.name}-redis-data$`], ['volume', 'rm']);
    await removeAll(['network', 'ls', '-q', '--filter', `name=^${this.name}$`], ['network', 'rm']);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
