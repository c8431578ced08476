import { useCallback, useEffect, useState } from 'preact/hooks';
import { call, messageOf } from './api';
import { uploadFile } from './upload-file';
import { UploadQueue } from './upload-queue';
import type { UploadList } from './upload-types';

/** Others may upload too, such as a script of the attendee's. */
const EVERY_MS = 8000;

/** Of the whole page: what is on its way goes on when another view is looked at. */
const queue = new UploadQueue(uploadFile);

/** The uploads, and the files on their way. */
export function useUploads() {
  const [list, setList] = useState<UploadList | undefined>();
  const [error, setError] = useState<string | undefined>();
  const [queued, setQueued] = useState(queue.state);

  const refresh = useCallback(async () => {
    try {
      setList(await call<UploadList>('GET', 'uploads'));
      setError(undefined);
    } catch (cause) {
      setError(messageOf(cause));
    }
  }, []);

  useEffect(() => {
    setQueued(queue.state);
    return queue.subscribe(setQueued);
  }, []);
  useEffect(() => {
    void refresh();
    const timer = setInterval(() => void refresh(), EVERY_MS);
    return () => clearInterval(timer);
  }, [refresh, queued.uploaded.length]);

  return { list, error, queue, queued, refresh };
}
