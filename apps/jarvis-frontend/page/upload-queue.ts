import { toApiError, type ApiError } from './api';
import type { Upload } from './upload-types';

/** A file that was chosen and is not uploaded yet. */
export interface QueuedFile {
  readonly id: number;
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'failed';
  readonly sentBytes: number;
  readonly error: ApiError | null;
}

export interface QueueState {
  readonly files: readonly QueuedFile[];
  /** What was uploaded since the page was opened, the latest last. */
  readonly uploaded: readonly Upload[];
}

export type SendFile = (file: File, onSent: (bytes: number) => void, signal: AbortSignal) => Promise<Upload>;

/** Sends files one after the other, whatever the page shows meanwhile. One that fails is told, and the next one goes. */
export class UploadQueue {
  private current: QueueState = { files: [], uploaded: [] };
  private readonly listeners = new Set<(state: QueueState) => void>();
  private sending: { readonly id: number; readonly abort: AbortController } | undefined;
  private lastId = 0;

  constructor(private readonly send: SendFile) {}

  get state(): QueueState {
    return this.current;
  }

  /** Returns what ends it. */
  subscribe(listener: (state: QueueState) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  add(files: readonly File[]): void {
    const queued = files.map((file) => ({ id: (this.lastId += 1), file, ...WAITING }));
    this.tell({ files: [...this.current.files, ...queued] });
    void this.sendNext();
  }

  retry(id: number): void {
    this.change(id, WAITING);
    void this.sendNext();
  }

  /** Takes a file out of the queue, also while it is sent. */
  cancel(id: number): void {
    this.tell({ files: this.current.files.filter((file) => file.id !== id) });
    if (this.sending?.id === id) this.sending.abort.abort();
  }

  private async sendNext(): Promise<void> {
    const next = this.sending ? undefined : this.current.files.find(({ state }) => state === 'waiting');
    if (!next) return;
    const { id, file } = next;
    const abort = new AbortController();
    this.sending = { id, abort };
    this.change(id, { state: 'sending' });
    try {
      const upload = await this.send(file, (sentBytes) => this.change(id, { sentBytes }), abort.signal);
      this.tell({
        files: this.current.files.filter((one) => one.id !== id),
        uploaded: [...this.current.uploaded, upload],
      });
    } catch (error) {
      this.change(id, { state: 'failed', error: toApiError(error) });
    }
    this.sending = undefined;
    await this.sendNext();
  }

  private change(id: number, change: Partial<QueuedFile>): void {
    this.tell({ files: this.current.files.map((file) => (file.id === id ? { ...file, ...change } : file)) });
  }

  private tell(change: Partial<QueueState>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener(this.current);
  }
}

const WAITING = { state: 'waiting', sentBytes: 0, error: null } as const;
