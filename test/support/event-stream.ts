import { setTimeout as sleep } from 'node:timers/promises';

export interface StreamEvent {
  readonly type: string;
  readonly data: any; // eslint-disable-line
  /** When it arrived (ms). */
  readonly at: number;
}

/** Server-sent events as they arrive. */
export class EventStream {
  readonly events: StreamEvent[] = [];
  /** Comments and reconnection times, as they were sent. */
  readonly notes: string[] = [];
  private readonly stop = new AbortController();
  private ended = false;

  private constructor(readonly response: Response) {
    void this.read()
      .catch(() => undefined)
      .finally(() => {
        this.ended = true;
      });
  }

  static async open(url: string, headers: Record<string, string>): Promise<EventStream> {
    const stop = new AbortController();
    const stream = new EventStream(await fetch(url, { headers, signal: stop.signal }));
    stream.stop.signal.addEventListener('abort', () => stop.abort());
    return stream;
  }

  get hasEnded(): boolean {
    return this.ended;
  }

  of(type: string): StreamEvent[] {
    return this.events.filter((event) => event.type === type);
  }

  /** The first event that fits, of those that have come since `from` (ms) and those to come. */
  async next(
    type: string,
    fits: (data: StreamEvent['data']) => boolean = () => true,
    ms = 10_000,
    from = 0,
  ): Promise<StreamEvent> {
    for (const end = Date.now() + ms; Date.now() < end; await sleep(10)) {
      const found = this.of(type).find(({ data, at }) => at >= from && fits(data));
      if (found !== undefined) return found;
    }
    throw new Error(`No such ${type} within ${ms} ms among ${JSON.stringify(this.of(type).slice(-3))}`);
  }

  close(): void {
    this.stop.abort();
  }

  private async read(): Promise<void> {
    let text = '';
    for await (const chunk of this.response.body!.pipeThrough(new TextDecoderStream())) {
      const blocks = (text + chunk).split('\n\n');
      text = blocks.pop()!;
      for (const block of blocks) this.take(block.split('\n'));
    }
  }

  private take(lines: readonly string[]): void {
    const field = (name: string) =>
      lines.filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2));
    const data = field('data').join('\n');
    if (data === '') this.notes.push(lines.join('\n'));
    else this.events.push({ type: field('event')[0] ?? 'message', data: JSON.parse(data), at: Date.now() });
  }
}
