import { useEffect, useState } from 'preact/hooks';
import { uploadFile } from './upload-file';
import { UploadQueue } from './upload-queue';

/** Of the whole page: what is on its way goes on when another view is looked at. */
const queue = new UploadQueue(uploadFile);

/** The files on their way; `refresh` is called when one has arrived. */
export function useUploads(refresh: () => Promise<void>) {
  const [queued, setQueued] = useState(queue.state);
  useEffect(() => {
    setQueued(queue.state);
    return queue.subscribe(setQueued);
  }, []);
  useEffect(() => {
    if (queued.uploaded.length > 0) void refresh();
  }, [refresh, queued.uploaded.length]);
  return { queue, queued };
}
