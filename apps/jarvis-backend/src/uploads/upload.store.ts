import type { DatabaseSync } from 'node:sqlite';
import { NotFoundError } from '../errors';
import type { Layout } from './framing';
import type { TimePlace } from './locate-time';
import type { IndexedUpload, Segment, Upload, UploadTime } from './upload.types';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly size_bytes: number;
  readonly layout: string;
  readonly events: number;
  readonly time: string;
  readonly time_choices: string;
  readonly sourcetype: string | null;
  readonly created_at: string;
}

const COLUMNS = 'id, name, size_bytes, layout, events, time, time_choices, sourcetype, created_at';
const SOURCETYPES: Readonly<Record<Layout['format'], string>> = {
  jsonl: '_json',
  json: '_json',
  csv: 'csv',
  text: 'jarvis:upload',
};

export type NewUpload = Omit<IndexedUpload, 'format' | 'columns' | 'sourcetype'>;

export interface UploadChange {
  readonly name?: string;
  /** `null` is the usual one of the format. */
  readonly sourcetype?: string | null;
  readonly times?: Pick<IndexedUpload, 'time' | 'segments'>;
}

/** What is known of the session's uploads; their files are beside the database. */
export class UploadStore {
  constructor(private readonly database: DatabaseSync) {}

  /** The newest first. */
  list(): Upload[] {
    const rows = this.database.prepare(`SELECT ${COLUMNS} FROM uploads ORDER BY created_at DESC, id`).all();
    return (rows as unknown as Row[]).map(fromRow);
  }

  /** Of all files. */
  usedBytes(): number {
    const row = this.database.prepare('SELECT coalesce(sum(size_bytes), 0) AS used FROM uploads').get();
    return (row as { used: number }).used;
  }

  /** Throws `NotFoundError`. */
  get(id: string): IndexedUpload {
    const row = this.database.prepare(`SELECT ${COLUMNS}, segments FROM uploads WHERE id = ?`).get(id) as unknown as
      (Row & { readonly segments: Uint8Array }) | undefined;
    if (!row) throw new NotFoundError('upload', id);
    return { ...fromRow(row), layout: JSON.parse(row.layout) as Layout, segments: unpack(row.segments) };
  }

  create({ id, name, size_bytes, layout, events, time, time_choices, created_at, segments }: NewUpload): void {
    const [layoutText, timeText, choicesText] = [layout, time, time_choices].map((value) => JSON.stringify(value));
    this.database
      .prepare(`INSERT INTO uploads (${COLUMNS}, segments) VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?, ?)`)
      .run(id, name, size_bytes, layoutText!, events, timeText!, choicesText!, created_at, pack(segments));
  }

  /** Throws `NotFoundError`. */
  change(id: string, { name, sourcetype, times }: UploadChange): void {
    const { changes } = this.database
      .prepare(
        `UPDATE uploads SET name = coalesce(?, name), sourcetype = iif(?, ?, sourcetype), time = coalesce(?, time),
           segments = coalesce(?, segments) WHERE id = ?`,
      )
      .run(
        name ?? null,
        Number(sourcetype !== undefined),
        sourcetype ?? null,
        times ? JSON.stringify(times.time) : null,
        times ? pack(times.segments) : null,
        id,
      );
    if (changes === 0) throw new NotFoundError('upload', id);
  }

  /** Throws `NotFoundError`. */
  remove(id: string): void {
    const { changes } = this.database.prepare('DELETE FROM uploads WHERE id = ?').run(id);
    if (changes === 0) throw new NotFoundError('upload', id);
  }
}

function fromRow({ id, name, size_bytes, layout, events, time, time_choices, sourcetype, created_at }: Row): Upload {
  const { format, columns } = JSON.parse(layout) as Layout;
  return {
    id,
    name,
    size_bytes,
    format,
    events,
    columns,
    time: JSON.parse(time) as UploadTime | null,
    time_choices: JSON.parse(time_choices) as TimePlace[],
    sourcetype: sourcetype ?? SOURCETYPES[format],
    created_at,
  };
}

/** Three numbers of eight bytes for each segment. */
const pack = (segments: readonly Segment[]): Uint8Array =>
  new Uint8Array(Float64Array.from(segments.flatMap(({ first, offset, latest }) => [first, offset, latest])).buffer);

function unpack(bytes: Uint8Array): Segment[] {
  const numbers = new Float64Array(Uint8Array.from(bytes).buffer);
  return Array.from({ length: numbers.length / 3 }, (_, place) => {
    const [first, offset, latest] = numbers.subarray(3 * place, 3 * place + 3);
    return { first: first!, offset: offset!, latest: latest! };
  });
}
