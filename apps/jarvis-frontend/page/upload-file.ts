import { addressOf, ApiError, call, toError } from './api';
import { whyNoRoom, whyTooLarge } from './upload-room';
import type { Upload, UploadList } from './upload-types';

/** A server that takes nothing more, and does not answer either, is away. */
const STALLED_MS = 60_000;

/** Sends a file where there is room for it; `onSent` is told the bytes so far. Throws `ApiError`. */
export async function uploadFile(file: File, onSent: (bytes: number) => void, signal: AbortSignal): Promise<Upload> {
  const list = await call<UploadList>('GET', 'uploads');
  const tooLarge = whyTooLarge(file, list);
  if (tooLarge) throw new ApiError(tooLarge, 413);
  const noRoom = whyNoRoom(file, list);
  if (noRoom) throw new ApiError(noRoom, 507);
  await file
    .slice(0, 1)
    .arrayBuffer()
    .catch(() => {
      throw new ApiError('It cannot be read: a folder, or a file that has changed or gone. Choose it again.', 400);
    });
  signal.throwIfAborted();
  return post(file, onSent, signal);
}

/** `fetch` does not tell how much was sent. */
function post(file: File, onSent: (bytes: number) => void, signal: AbortSignal): Promise<Upload> {
  const request = new XMLHttpRequest();
  const abort = (): void => request.abort();
  let timer = setTimeout(abort, STALLED_MS);
  return new Promise<Upload>((resolve, reject) => {
    request.upload.addEventListener('progress', ({ loaded }) => {
      clearTimeout(timer);
      timer = setTimeout(abort, STALLED_MS);
      onSent(loaded);
    });
    request.addEventListener('load', () => {
      const { status, responseText } = request;
      if (status === 201) resolve(JSON.parse(responseText) as Upload);
      else reject(toError(status, responseText));
    });
    const fail = (): void => reject(new ApiError('The connection broke before the end.', 0));
    request.addEventListener('error', fail);
    request.addEventListener('abort', fail);
    signal.addEventListener('abort', abort);
    request.open('POST', addressOf(`uploads?${String(new URLSearchParams({ name: file.name }))}`));
    request.send(file);
  }).finally(() => {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  });
}
