/** What a receiver finds before the message of a syslog line. */
export interface SyslogParts {
  /** As it is written; without one, the line had no header. */
  readonly time?: string | undefined;
  /** `host`, `app`, `procid`, `msgid`, `facility`, `severity`, and parameters of structured data as `{id}/{name}`. */
  readonly parts: Readonly<Record<string, string>>;
  readonly message: string;
}

const PRIORITY = /^<(\d{1,3})>/;
const RFC5424 =
  /^1 (-|\d{4}-\d\d-\d\dT\S+) (\S{1,255}) (\S{1,48}) (\S{1,128}) (\S{1,32}) (-|(?:\[[^\s=\]"]+(?: [^\s=\]"]+="(?:[^"\\\]]|\\.)*")*\])+)(?: (.*))?$/s;
/** Also with a year or with an ISO time, as many devices write it. */
const RFC3164 =
  /^([A-Z][a-z]{2} [ \d]\d (?:\d{4} )?\d\d:\d\d:\d\d(?:\.\d+)?|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)) (\S+) (?:([^\s:[\]{<=,|]{1,48})(?:\[([^\]\s]+)\])?: )?(.*)$/s;

/** Takes the syslog header off a line; with `keep`, one of RFC 3164 stays, for it may be the message's own. */
export function splitSyslog(line: string, keep = false): SyslogParts {
  const [written, priority] = PRIORITY.exec(line) ?? [];
  const rest = line.slice(written?.length ?? 0);
  const numbers = priority === undefined ? {} : ranks(Number(priority));
  const none: SyslogParts = { parts: numbers, message: rest };
  return rfc5424(rest, numbers) ?? (keep ? undefined : rfc3164(rest, numbers)) ?? none;
}

const ranks = (priority: number): Record<string, string> => ({
  facility: String(priority >> 3),
  severity: String(priority & 7),
});

function rfc5424(text: string, numbers: Record<string, string>): SyslogParts | undefined {
  const [all, time, host, app, procid, msgid, data = '', message = ''] = RFC5424.exec(text) ?? [];
  if (all === undefined) return undefined;
  const words = present({ host, app, procid, msgid });
  return { time, message, parts: { ...numbers, ...words, ...parameters(data) } };
}

function rfc3164(text: string, numbers: Record<string, string>): SyslogParts | undefined {
  const [all, time, host, app, procid, message = ''] = RFC3164.exec(text) ?? [];
  return all === undefined ? undefined : { time, message, parts: { ...numbers, ...present({ host, app, procid }) } };
}

const present = (words: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(words).filter((word): word is [string, string] => word[1] !== undefined && word[1] !== '-'),
  );

function parameters(data: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, id, pairs = ''] of data.matchAll(/\[([^\s=\]"]+)((?: [^\s=\]"]+="(?:[^"\\\]]|\\.)*")*)\]/g)) {
    for (const [, name, value = ''] of pairs.matchAll(/ ([^\s=\]"]+)="((?:[^"\\]|\\.)*)"/g)) {
      found[`${id}/${name}`] = value.replaceAll(/\\(["\\\]])/g, '$1');
    }
  }
  return found;
}
