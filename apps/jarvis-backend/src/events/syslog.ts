import { formatTime } from './format-time';

export interface SyslogHeader {
  readonly header: 'rfc3164' | 'rfc5424' | 'pri';
  readonly facility: number;
  readonly severity: number;
  readonly host: string;
  readonly app?: string | undefined;
  readonly procid?: string | undefined;
  readonly msgid?: string | undefined;
  /** The time as the header has it, where that is not the RFC's usual form. */
  readonly time?: string | undefined;
  /** RFC 5424: elements by id, their parameters by name. */
  readonly structured_data?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
}

/** What goes before the message, without the priority: what a syslog daemon would write to a file. */
export function syslogPrefix(head: SyslogHeader, time: Date): string {
  const { header, host, app, procid, msgid } = head;
  if (header === 'pri') return '';
  if (header === 'rfc5424') {
    const words = [head.time ?? time.toISOString(), host, app, procid, msgid].map(word);
    return `1 ${words.join(' ')} ${structuredData(head.structured_data ?? {})} `;
  }
  const tag = app ? `${word(app)}${procid ? `[${word(procid)}]` : ''}: ` : '';
  return `${head.time ?? formatTime(time, '%b %e %H:%M:%S')} ${word(host)} ${tag}`;
}

/** The whole line as it goes over the wire. */
export const syslogLine = (header: SyslogHeader, time: Date, message: string): string =>
  `<${header.facility * 8 + header.severity}>${syslogPrefix(header, time)}${message}`;

const word = (text: string | undefined): string => text?.replaceAll(/[^\u0021-\u007e]/g, '') || '-';

/** RFC 5424, section 6.3. */
function structuredData(elements: NonNullable<SyslogHeader['structured_data']>): string {
  const written = Object.entries(elements).map(([id, parameters]) => {
    const pairs = Object.entries(parameters).map(
      ([name, value]) => ` ${name}="${value.replaceAll(/(["\\\]])/g, '\\$1')}"`,
    );
    return `[${id}${pairs.join('')}]`;
  });
  return written.join('') || '-';
}
