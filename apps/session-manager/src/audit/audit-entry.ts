/** An entry of the stream, as Redis answers it: its id and its fields, names and values in turns. */
export type StreamEntry = readonly [id: string, fields: readonly string[]];

/** One act of an organiser. */
export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly address: string;
  readonly action: string;
  readonly target: string;
  readonly detail: Record<string, unknown>;
}

/** Reads an entry, whichever version wrote it; what it does not tell is empty, and its time is then that of its id. */
export function auditEntry([id, flat]: StreamEntry): AuditEntry {
  const fields = Object.fromEntries(
    Array.from({ length: Math.floor(flat.length / 2) }, (_, i) => [flat[2 * i]!, flat[2 * i + 1]!]),
  );
  const { at = '', actor = '', address = '', action = '', target = '', detail = '' } = fields;
  return {
    id,
    at: Number.isNaN(Date.parse(at)) ? new Date(Number(id.split('-')[0])).toISOString() : at,
    actor,
    address,
    action,
    target,
    detail: readDetail(detail),
  };
}

function readDetail(text: string): Record<string, unknown> {
  if (text === '') return {};
  try {
    const detail: unknown = JSON.parse(text);
    return typeof detail === 'object' && detail !== null && !Array.isArray(detail)
      ? (detail as Record<string, unknown>)
      : { value: detail };
  } catch {
    return { value: text };
  }
}

const MOST = 2n ** 64n - 1n;
const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** The id of a stream that comes right before another one, `undefined` before the very first; ids beyond what Redis knows are its last. */
export function idBefore(id: string): string | undefined {
  const [ms, sequence] = id.split('-').map((part) => smaller(BigInt(part), MOST)) as [bigint, bigint];
  if (sequence > 0n) return `${ms}-${sequence - 1n}`;
  return ms > 0n ? `${ms - 1n}-${MOST}` : undefined;
}
