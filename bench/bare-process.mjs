import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from '../scripts/lib/child.mjs';
import { at } from '../scripts/lib/paths.mjs';
import { environments, PAIR, SERVICES } from './pair.mjs';
import { untilHttp } from './until-http.mjs';

const HOST = '127.0.0.1';

/** The same pairs as the platform's process driver starts, by nothing but `spawn`. */
export class BareProcess {
  name = 'bare child_process';
  folder = mkdtempSync(join(tmpdir(), 'jarvis-bench-bare-'));
  /** @type {ReturnType<typeof startChild>[]} */
  children = [];

  constructor({ firstPort }, signal) {
    this.firstPort = firstPort;
    this.signal = signal;
  }

  /** Starts a pair and ends it when both servers have answered. */
  async cycle(index) {
    const children = await this.launch(index);
    this.children = this.children.filter((child) => !children.includes(child));
    await Promise.all(children.map((child) => child.stop()));
  }

  /** Starts a pair and resolves when both servers answer. */
  async launch(index) {
    const id = `bench-${index}-${randomBytes(4).toString('hex')}`;
    const ports = { frontend: this.firstPort + 2 * index, backend: this.firstPort + 2 * index + 1 };
    const volume = join(this.folder, id);
    mkdirSync(volume);
    const environment = environments({
      id,
      portOf: (service) => ports[service],
      backendUrl: `http://${HOST}:${ports.backend}`,
    });
    const data = {
      DATA_DIR: volume,
      EVENT_GENERATORS_DIR: join(PAIR.content, 'event_generators'),
      PARSERS_DIR: join(PAIR.content, 'parsers'),
    };
    const children = SERVICES.map((service) => {
      const env = { ...environment[service], ...(service === 'backend' && data), HOST };
      const log = join(this.folder, `${id}-${service}.log`);
      return startChild(process.execPath, [at(`dist/instance/${service}.cjs`)], { env, log, cwd: volume });
    });
    this.children.push(...children);
    const { signal } = this;
    await Promise.all(
      SERVICES.map((service) => untilHttp(`http://${HOST}:${ports[service]}${PAIR[service].health}`, signal)),
    );
    return children;
  }

  /** Ends every pair. */
  async clear() {
    await Promise.all(this.children.splice(0).map((child) => child.stop()));
  }

  async stop() {
    await this.clear();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
