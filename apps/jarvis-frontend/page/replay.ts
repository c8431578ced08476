import { formatBytes, formatCount, formatMoment } from './format';
import type { Replay, Session, Upload } from './types';

const FORMATS: Readonly<Record<Upload['format'], string>> = {
  jsonl: 'JSON lines',
  json: 'JSON',
  csv: 'CSV',
  text: 'Text',
};

export const formatFormat = (format: Upload['format']): string => FORMATS[format];

/** An upload as it is chosen to be sent. */
export function replayOf(upload: Upload, { features }: Pick<Session, 'features'>): Replay {
  const { id, name, events, size_bytes, format, time } = upload;
  const when = time && `, from ${formatMoment(time.first)} to ${formatMoment(time.last)}`;
  return {
    id,
    name,
    description: `Your file: ${formatCount(events)} events as ${formatFormat(format)}, ${formatBytes(size_bytes)}${when ?? ', without a time'}.`,
    allowed: features.log_generation,
    reason: features.log_generation ? null : 'The organisers have switched log generation off for this session.',
    upload,
    default_count: events,
    lasts_s: time && Math.round((Date.parse(time.last) - Date.parse(time.first)) / 1000),
  };
}
