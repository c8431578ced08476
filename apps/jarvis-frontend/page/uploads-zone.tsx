import { useRef } from 'preact/hooks';
import { formatSize } from './format';
import type { UploadList } from './upload-types';
import { useDrop } from './use-drop';

interface Props {
  readonly limits: UploadList['limits'];
  /** `undefined` where the organisers forbid it. */
  readonly onFiles: ((files: readonly File[]) => void) | undefined;
}

/** Where files are dropped or chosen. */
export function UploadsZone({ limits, onFiles }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const isOver = useDrop(onFiles);
  return (
    <div class={`uploads-zone ${isOver ? 'over' : ''}`}>
      <button type="button" class="primary" disabled={!onFiles} onClick={() => input.current?.click()}>
        Choose files
      </button>
      <p class="quiet">
        {onFiles
          ? 'or drop them here'
          : 'The organisers have switched log generation off for this session, so no file can be uploaded.'}
      </p>
      <p class="about">Up to {formatSize(limits.file_bytes)} each; gzip is unpacked.</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          onFiles?.([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
    </div>
  );
}
