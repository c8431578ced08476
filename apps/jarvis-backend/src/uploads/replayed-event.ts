import { oneLine } from '../events/encode';
import type { GeneratedEvent } from '../events/product';
import { syslogLine } from '../events/syslog';
import { csvValues } from './csv-record';
import { jsonObject } from './detect-layout';
import type { Layout } from './framing';
import type { IndexedUpload } from './upload.types';

/** What a line goes under that has no syslog priority of its own: local0, informational. */
const [FACILITY, SEVERITY] = [16, 6];
const PRIORITY = /^<(\d{1,3})>/;
/** A line that a syslog daemon wrote to a file: all but the priority. */
const FROM_SYSLOG = /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S+ /;

/** A line of an upload in all the shapes that destinations want. */
export function replayedEvent(
  { id, name, layout, sourcetype }: Pick<IndexedUpload, 'id' | 'name' | 'layout' | 'sourcetype'>,
  record: string,
  time: Date,
): GeneratedEvent {
  const isJson = layout.format === 'json' || layout.format === 'jsonl';
  // Line breaks of a JSON document are between its values only.
  const raw = isJson ? record.replaceAll(/\s*[\r\n]+\s*/g, ' ') : record;
  const object = isJson ? jsonObject(raw) : undefined;
  const [, priority] = PRIORITY.exec(raw) ?? [];
  return {
    time,
    product_id: 'upload',
    event_id: id,
    event_name: name,
    malicious: false,
    mitre: [],
    severity: priority === undefined ? SEVERITY : Number(priority) % 8,
    raw,
    syslog: syslogOf(raw, time),
    fields: object ?? columnsOf(layout, raw),
    hec: { host: 'jarvis', source: name, sourcetype, event: object ?? raw },
  };
}

/** A line with its own priority goes as it is, one from a syslog file under ours, and others are wrapped. */
function syslogOf(raw: string, time: Date): string {
  const line = oneLine(raw);
  if (PRIORITY.test(line)) return line;
  if (FROM_SYSLOG.test(line)) return `<${FACILITY * 8 + SEVERITY}>${line}`;
  const header = { header: 'rfc5424', facility: FACILITY, severity: SEVERITY, host: 'jarvis', app: 'upload' } as const;
  return syslogLine(header, time, line);
}

function columnsOf({ columns, delimiter }: Layout, record: string): Record<string, string> {
  if (!columns) return {};
  const values = csvValues(record, delimiter ?? ',');
  return Object.fromEntries(columns.map((column, index) => [column, values[index] ?? '']));
}
