export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // The tests read answers of many shapes; what they assert on is checked there.
  readonly body: Record<string, unknown>;
}

export interface SendView {
  readonly id: string;
  readonly state: string;
  readonly total: number | null;
  readonly sent: number;
  readonly acknowledged: number | null;
  readonly failed: number;
  readonly unknown: number;
  readonly error: string | null;
  readonly next_at: string | null;
  readonly ended_at: string | null;
}

/** Calls one server's API as JSON with one secret. */
export class Client {
  constructor(
    readonly url: string,
    private readonly headers: Record<string, string>,
  ) {}

  async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const answer = await fetch(`${this.url}/api/v1/${path}`, {
      method,
      headers: { ...this.headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      body: text ? (JSON.parse(text) as Record<string, unknown>) : {},
    };
  }

  async features(features: object): Promise<void> {
    const { status } = await this.call('PUT', 'session', {
      session_id: 'ada-1f2e3d4c',
      user_id: 'ada@example.org',
      features,
    });
    if (status !== 200) throw new Error(`PUT session answered ${status}`);
  }

  async destination(body: object): Promise<string> {
    const { status, body: created } = await this.call('POST', 'destinations', body);
    if (status !== 201) throw new Error(`${status}: ${JSON.stringify(created)}`);
    return String(created['id']);
  }

  async send(body: object): Promise<SendView> {
    const { status, body: send } = await this.call('POST', 'sends', { product_id: 'cisco_asa', ...body });
    if (status !== 202) throw new Error(`${status}: ${JSON.stringify(send)}`);
    return send as unknown as SendView;
  }

  async sendState(id: string): Promise<SendView> {
    return (await this.call('GET', `sends/${id}`)).body as unknown as SendView;
  }

  /** Polls until the send has ended. */
  async ended(id: string, withinMs = 20_000): Promise<SendView> {
    return waitFor(async () => {
      const send = await this.sendState(id);
      return send.ended_at === null ? undefined : send;
    }, withinMs);
  }
}

/** Tries until there is a value; throws when there is none in time. */
export async function waitFor<T>(probe: () => Promise<T | undefined> | T | undefined, withinMs = 10_000): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const value = await probe();
    if (value !== undefined) return value;
    if (Date.now() > deadline) throw new Error(`Nothing within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
