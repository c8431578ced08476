import { formatCount, formatSize, formatUtc } from './format';
import type { Replay, Session } from './types';
import { UPLOAD_FORMATS, type Upload } from './upload-types';

/** An upload as it is chosen to be sent. */
export function replayOf(upload: Upload, { features }: Pick<Session, 'features'>): Replay {
  const { id, name, events, size_bytes, format, time } = upload;
  const about = `${formatCount(events)} events as ${UPLOAD_FORMATS[format]}, ${formatSize(size_bytes)}`;
  const when = time ? `from ${formatUtc(time.first)} to ${formatUtc(time.last)} UTC` : 'without a time';
  return {
    id,
    name,
    description: `Your file: ${about}, ${when}.`,
    allowed: features.log_generation,
    reason: features.log_generation ? null : 'The organisers have switched log generation off for this session.',
    upload,
    default_count: events,
    lasts_s: time && Math.round((Date.parse(time.last) - Date.parse(time.first)) / 1000),
  };
}
