import { formatSize } from './format';
import type { UploadList } from './upload-types';

interface SizedFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
}

export const usedBytes = ({ uploads }: UploadList): number =>
  uploads.reduce((sum, { size_bytes }) => sum + size_bytes, 0);

/** Why a file can never be uploaded as it is; what a packed one comes to is known only when it was sent. */
export const whyTooLarge = ({ name, size }: SizedFile, { limits }: UploadList): string | undefined =>
  size > limits.file_bytes && !isPacked(name)
    ? `It has ${formatSize(size)}; a file may have ${formatSize(limits.file_bytes)}. Upload it in parts.`
    : undefined;

/** Why a file has no place now. */
export function whyNoRoom({ name, size }: SizedFile, list: UploadList): string | undefined {
  const { files, total_bytes } = list.limits;
  if (list.uploads.length >= files) return `There are ${files} files already, which is the most. Delete one first.`;
  const left = Math.max(0, total_bytes - usedBytes(list));
  return size > left && !isPacked(name)
    ? `It has ${formatSize(size)}, and only ${formatSize(left)} are left. Delete a file first.`
    : undefined;
}

const isPacked = (name: string): boolean => /\.gz$/i.test(name);
