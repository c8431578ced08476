/** The shapes of the backend's answers about uploads that the page reads. */
export type UploadFormat = 'jsonl' | 'json' | 'csv' | 'text';

export const UPLOAD_FORMATS: Readonly<Record<UploadFormat, string>> = {
  jsonl: 'JSON lines',
  json: 'JSON',
  csv: 'CSV',
  text: 'Text',
};

/** The forms that a time may have, by an example. */
export const TIME_FORMATS = {
  iso8601: '2026-11-26T08:01:02Z',
  iso8601_basic: '20261126T080102Z',
  rfc3164: 'Nov 26 08:01:02',
  clf: '26/Nov/2026:08:01:02 +0000',
  ctime: 'Thu Nov 26 08:01:02 2026',
  rfc2822: 'Thu, 26 Nov 2026 08:01:02 +0000',
  us_date: '11/26/2026 08:01 (month first)',
  eu_date: '26/11/2026 08:01 (day first)',
  epoch: '1795680062 (seconds since 1970)',
  epoch_ms: '1795680062000 (milliseconds)',
  epoch_us: '1795680062000000 (microseconds)',
  epoch_ns: '1795680062000000000 (nanoseconds)',
} as const;
export type TimeFormat = keyof typeof TIME_FORMATS;

/** In a field, or with `null` in the line itself. */
export interface TimePlace {
  readonly field: string | null;
  readonly format: TimeFormat;
}

export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly size_bytes: number;
  readonly format: UploadFormat;
  readonly events: number;
  readonly columns: readonly string[] | null;
  readonly time:
    | (TimePlace & {
        readonly first: string;
        readonly last: string;
        /** Events without a time. */
        readonly missing: number;
        readonly newest_first: boolean;
      })
    | null;
  readonly time_choices: readonly TimePlace[];
  readonly sourcetype: string;
  readonly created_at: string;
}

export interface UploadList {
  readonly uploads: readonly Upload[];
  readonly limits: { readonly file_bytes: number; readonly total_bytes: number; readonly files: number };
}

export interface UploadedEvent {
  readonly index: number;
  readonly time: string | null;
  readonly line: string;
  readonly is_cut: boolean;
  /** Where `line` has its time. */
  readonly time_at: { readonly start: number; readonly end: number } | null;
}

export interface UploadPage {
  readonly total: number;
  readonly offset: number;
  readonly events: readonly UploadedEvent[];
}
