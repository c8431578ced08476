import { formatTime } from './format-time';

export interface SyslogHeader {
  readonly header: 'rfc3164' | 'rfc5424' | 'pri';
  readonly facility: number;
  readonly severity: number;
  readonly host: string;
  readonly app?: string | undefined;
  readonly msgid?: string | undefined;
}

/** What goes before the message, without the priority: what a syslog daemon would write to a file. */
export function syslogPrefix({ header, host, app, msgid }: SyslogHeader, time: Date): string {
  if (header === 'pri') return '';
  if (header === 'rfc5424') return `1 ${time.toISOString()} ${word(host)} ${word(app)} - ${word(msgid)} - `;
  return `${formatTime(time, '%b %e %H:%M:%S')} ${word(host)} ${app ? `${word(app)}: ` : ''}`;
}

/** The whole line as it goes over the wire. */
export const syslogLine = (header: SyslogHeader, time: Date, message: string): string =>
  `<${header.facility * 8 + header.severity}>${syslogPrefix(header, time)}${message}`;

const word = (text: string | undefined): string => text?.replaceAll(/[^\u0021-\u007e]/g, '') || '-';
