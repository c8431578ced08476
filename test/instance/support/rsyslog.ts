import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { waitFor } from './client';

export interface RsyslogOptions {
  /** For its files. */
  readonly folder: string;
  readonly ports: { readonly udp: number; readonly tcp: number; readonly tls: number };
  readonly caFile: string;
  readonly certFile: string;
  readonly keyFile: string;
}

/** A real rsyslog of the test's own, which writes each message as it came to a file. */
export class Rsyslog {
  private child: ChildProcess | undefined;
  private readonly config: string;
  private readonly file: string;
  private output = '';

  constructor(private readonly options: RsyslogOptions) {
    const { folder, ports, caFile, certFile, keyFile } = options;
    this.config = join(folder, 'rsyslog.conf');
    this.file = join(folder, 'messages');
    writeFileSync(
      this.config,
      [
        'global(maxMessageSize="64k" parser.escapeControlCharactersOnReceive="off"',
        `  workDirectory="${folder}" defaultNetstreamDriverCAFile="${caFile}"`,
        `  defaultNetstreamDriverCertFile="${certFile}" defaultNetstreamDriverKeyFile="${keyFile}")`,
        'module(load="imudp")',
        'module(load="imtcp")',
        'template(name="raw" type="string" string="%rawmsg%\\n")',
        'ruleset(name="keep") {',
        `  action(type="omfile" file="${this.file}" template="raw" asyncWriting="off" flushOnTXEnd="on")`,
        '}',
        `input(type="imudp" address="127.0.0.1" port="${ports.udp}" ruleset="keep" rcvbufSize="4m")`,
        `input(type="imtcp" address="127.0.0.1" port="${ports.tcp}" ruleset="keep")`,
        `input(type="imtcp" address="127.0.0.1" port="${ports.tls}" ruleset="keep"`,
        '  streamdriver.name="ossl" streamdriver.mode="1" streamdriver.authmode="anon")',
        '',
      ].join('\n'),
    );
  }

  async start(): Promise<void> {
    const { folder, ports } = this.options;
    const child = spawn('rsyslogd', ['-n', '-f', this.config, '-i', join(folder, 'rsyslog.pid')], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    const note = (text: Buffer): void => void (this.output += text.toString());
    child.stdout.on('data', note);
    child.stderr.on('data', note);
    await waitFor(async () => {
      if (child.exitCode !== null) throw new Error(`rsyslogd ended with ${child.exitCode}: ${this.output}`);
      return (await listens(ports.tcp)) && (await listens(ports.tls)) ? true : undefined;
    });
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }

  /** What has arrived, in order. */
  messages(): string[] {
    if (!existsSync(this.file)) return [];
    return readFileSync(this.file, 'utf8').split('\n').slice(0, -1);
  }

  /** Forgets what has arrived. */
  clear(): void {
    if (existsSync(this.file)) writeFileSync(this.file, '');
  }

  async received(count: number): Promise<string[]> {
    return await waitFor(() => (this.messages().length >= count ? this.messages() : undefined));
  }
}

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
