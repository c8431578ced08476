import { InvalidRequestError } from '../http/http.errors';

export interface CreationOptions {
  readonly idempotencyKey?: string;
  /** `Prefer: respond-async` (RFC 7240). */
  readonly respondAsync: boolean;
  /** `Prefer: waiting-room`: a place in line will do where the platform is full. */
  readonly mayWait: boolean;
}

/** What the headers of a creation ask for. */
export function creationOptions(headers: Readonly<Record<string, string | undefined>>): CreationOptions {
  const key = headers['idempotency-key'];
  if (key !== undefined && !/^[\x21-\x7e]{16,255}$/.test(key)) {
    throw new InvalidRequestError([
      { field: 'Idempotency-Key', message: 'Idempotency-Key must have 16 to 255 visible ASCII characters, a UUID say' },
    ]);
  }
  const preferences = (headers['prefer'] ?? '')
    .toLowerCase()
    .split(',')
    .map((preference) => preference.split(';')[0]?.trim());
  return {
    ...(key === undefined ? {} : { idempotencyKey: key }),
    respondAsync: preferences.includes('respond-async'),
    mayWait: preferences.includes('waiting-room'),
  };
}
