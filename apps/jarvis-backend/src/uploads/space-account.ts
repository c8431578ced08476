import { UploadTooLargeError } from '../errors';

export interface UploadLimits {
  /** Bytes of one file, unpacked. */
  readonly fileBytes: number;
  /** Bytes of all files of the session. */
  readonly totalBytes: number;
  readonly files: number;
}

export const MEGABYTE = 1024 * 1024;

/** Counts the bytes of files while they arrive, so that several together pass no limit. */
export class SpaceAccount {
  private readonly sizes = new Map<string, number>();

  constructor(private readonly limits: UploadLimits) {}

  /** How many files arrive. */
  get arriving(): number {
    return this.sizes.size;
  }

  open(id: string): void {
    this.sizes.set(id, 0);
  }

  /** Of a file that arrives: so far, in bytes. */
  sizeOf(id: string): number {
    return this.sizes.get(id) ?? 0;
  }

  /** Adds to a file that arrives; throws `UploadTooLargeError` where it, or all with the bytes that are `kept`, would be too large. */
  add(id: string, bytes: number, kept: number): void {
    const { fileBytes, totalBytes } = this.limits;
    const size = this.sizeOf(id) + bytes;
    if (size > fileBytes)
      throw new UploadTooLargeError(
        fileBytes,
        `A file may have ${fileBytes / MEGABYTE} MB, unpacked. Upload it in parts.`,
      );
    this.sizes.set(id, size);
    if ([...this.sizes.values()].reduce((sum, one) => sum + one, kept) > totalBytes)
      throw new UploadTooLargeError(
        totalBytes,
        `All uploads together may have ${totalBytes / MEGABYTE} MB. Delete one first.`,
      );
  }

  close(id: string): void {
    this.sizes.delete(id);
  }
}
