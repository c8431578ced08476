import type { Bytes } from './text-of';

/** A request's body that is read once, piece by piece, and stays open when its reader gives up. */
export class RequestBody implements Bytes {
  private readonly chunks: AsyncIterator<Uint8Array>;

  constructor({ body }: Request) {
    this.chunks = ((body ?? []) as Bytes)[Symbol.asyncIterator]?.() ?? nothing();
  }

  [Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
    return { next: () => this.chunks.next() };
  }

  /** Takes what is left, up to `limit` bytes: many clients look for an answer only when they have sent all. */
  async drain(limit: number): Promise<void> {
    for (let bytes = 0; bytes < limit;) {
      const next = await this.chunks.next().catch(() => undefined);
      if (!next || next.done) return;
      bytes += next.value.byteLength;
    }
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
