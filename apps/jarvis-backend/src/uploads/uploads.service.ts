import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { TooManyError } from '../errors';
import type { Log } from '../log';
import { timeChoices } from './detect-time';
import { inspectFile, sampleFile } from './inspect-file';
import { asDiskFull, receiveFile } from './receive-file';
import { sweepFolder } from './sweep-folder';
import type { Bytes } from './text-of';
import { wantedPlace, type TimeWish } from './time-wish';
import { SpaceAccount, type UploadLimits } from './space-account';
import { openUploadSource, type UploadSource } from './upload-source';
import type { UploadStore } from './upload.store';
import type { IndexedUpload, Upload } from './upload.types';

export interface UploadsDeps {
  readonly store: UploadStore;
  /** For the files. */
  readonly folder: string;
  readonly limits: UploadLimits;
  /** Called before an upload goes; where it throws, the upload stays. */
  readonly onRemove: (id: string) => void;
  readonly log: Log;
}

export interface UploadWishes {
  readonly name?: string | undefined;
  readonly sourcetype?: string | null | undefined;
  readonly time?: TimeWish | null | undefined;
}

/** Keeps uploaded files, within limits that hold also when several arrive at once. */
export class UploadsService {
  private readonly space: SpaceAccount;

  constructor(private readonly deps: UploadsDeps) {
    const { store, folder, limits, log } = deps;
    this.space = new SpaceAccount(limits);
    mkdirSync(folder, { recursive: true });
    sweepFolder(folder, store, log);
  }

  get limits(): UploadLimits {
    return this.deps.limits;
  }

  list(): Upload[] {
    return this.deps.store.list();
  }

  /** Throws `NotFoundError`. */
  get(id: string): IndexedUpload {
    return this.deps.store.get(id);
  }

  /** Where the upload's file is. */
  pathOf(id: string): string {
    return join(this.deps.folder, id);
  }

  /**
   * Receives a file and finds out what is in it; whatever goes wrong leaves nothing behind. Throws `TooManyError`, `UploadTooLargeError`,
   * and what `receiveFile` and `inspectFile` throw.
   */
  async receive(name: string, body: Bytes): Promise<IndexedUpload> {
    const { store, folder, limits, log } = this.deps;
    if (store.list().length + this.space.arriving >= limits.files)
      throw new TooManyError(`A session may keep ${limits.files} uploads. Delete one first.`);
    const id = randomUUID();
    const part = join(folder, `${id}.part`);
    this.space.open(id);
    try {
      await receiveFile(body, part, (bytes) => this.space.add(id, bytes, store.usedBytes()));
      const received = Date.now();
      const { layout, records } = await sampleFile(part);
      const time_choices = timeChoices(records, layout, received);
      const inspection = await inspectFile(part, layout, time_choices[0] ?? null, received);
      await rename(part, this.pathOf(id));
      const facts = { size_bytes: this.space.sizeOf(id), created_at: new Date(received).toISOString() };
      store.create({ id, name, layout, time_choices, ...facts, ...inspection });
    } catch (error) {
      for (const path of [part, this.pathOf(id)]) await rm(path, { force: true });
      throw asDiskFull(error);
    } finally {
      this.space.close(id);
    }
    const upload = store.get(id);
    const { format, size_bytes, events } = upload;
    log('info', 'File uploaded', { upload: id, format, bytes: size_bytes, events });
    return upload;
  }

  /** Throws `NotFoundError`, and `InvalidInputError` where the events have no time at the place that is asked for. */
  async change(id: string, { name, sourcetype, time }: UploadWishes): Promise<IndexedUpload> {
    const upload = this.get(id);
    const times = time === undefined ? undefined : await this.timesAt(upload, time);
    this.deps.store.change(id, {
      ...(name !== undefined && { name }),
      ...(sourcetype !== undefined && { sourcetype }),
      ...(times && { times }),
    });
    return this.get(id);
  }

  /** Throws `NotFoundError`. */
  remove(id: string): void {
    this.get(id);
    this.deps.onRemove(id);
    this.deps.store.remove(id);
    rmSync(this.pathOf(id), { force: true });
  }

  /** The upload's events to send. Throws `NotFoundError`. */
  open(id: string): UploadSource {
    return openUploadSource(this.get(id), this.pathOf(id));
  }

  private async timesAt(
    upload: IndexedUpload,
    wish: TimeWish | null,
  ): Promise<Pick<IndexedUpload, 'time' | 'segments'>> {
    const path = this.pathOf(upload.id);
    const received = Date.parse(upload.created_at);
    const place = wish && wantedPlace(wish, upload, (await sampleFile(path)).records);
    const { time, segments } = await inspectFile(path, upload.layout, place, received);
    return { time, segments };
  }
}
