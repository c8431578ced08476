import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import {
  BodyTooLargeError,
  DiskFullError,
  EventLimitError,
  FeatureDisabledError,
  ForbiddenError,
  EventsChangedError,
  InvalidInputError,
  NameTakenError,
  NotFoundError,
  SendEndedError,
  SendStateError,
  TooManyError,
  UnauthorizedError,
  UnsupportedBodyError,
  UnusableFileError,
  UploadStalledError,
  UploadTooLargeError,
} from '../errors';
import { PlacedError } from '../events/placed-error';
import type { Log } from '../log';

type ErrorClass = abstract new (...args: never[]) => Error;

const TABLE: readonly (readonly [ErrorClass, ContentfulStatusCode, string, string])[] = [
  [InvalidInputError, 400, 'invalid', 'Bad request'],
  [UnauthorizedError, 401, 'unauthorized', 'Unauthorized'],
  [FeatureDisabledError, 403, 'feature_disabled', 'Switched off'],
  [EventLimitError, 403, 'event_limit', 'Event limit reached'],
  [ForbiddenError, 403, 'forbidden', 'Forbidden'],
  [NotFoundError, 404, 'not_found', 'Not found'],
  [NameTakenError, 409, 'name_taken', 'Name taken'],
  [SendEndedError, 409, 'ended', 'Already ended'],
  [SendStateError, 409, 'wrong_state', 'Not possible now'],
  [EventsChangedError, 409, 'content_changed', 'Content has changed'],
  [PlacedError, 409, 'content_fault', 'Content has a fault'],
  [UploadStalledError, 408, 'stalled', 'Upload stalled'],
  [BodyTooLargeError, 413, 'too_large', 'Body too large'],
  [UploadTooLargeError, 413, 'upload_too_large', 'File too large'],
  [UnsupportedBodyError, 415, 'unsupported', 'Unsupported media type'],
  [UnusableFileError, 422, 'unusable_file', 'File not usable'],
  [TooManyError, 429, 'too_many', 'Too many'],
  [DiskFullError, 507, 'disk_full', 'Disk full'],
];

/** Answers any error as application/problem+json; what is not in the table is a 500 whose text stays in the log. */
export function answerProblem(error: Error, context: Context, log: Log): Response {
  const row = TABLE.find(([type]) => error instanceof type);
  if (!row) log('error', 'A request failed unexpectedly', { path: context.req.path, error: error.stack });
  const [, status, code, title] = row ?? [Error, 500 as const, 'internal', 'Internal error'];
  const detail = row ? error.message : 'The backend failed on this request. Try again; the log has the cause.';
  if (status === 401) context.header('WWW-Authenticate', 'Bearer realm="jarvis"');
  const body = { type: 'about:blank', title, status, detail, code, ...extra(error), instance: context.req.path };
  return context.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' });
}

function extra(error: Error): Record<string, unknown> {
  if (error instanceof InvalidInputError && error.errors.length > 0) return { errors: error.errors };
  if (error instanceof FeatureDisabledError) return { feature: error.feature };
  if (error instanceof EventLimitError) return { max_events: error.maxEvents, events_left: error.left };
  if (error instanceof UploadTooLargeError) return { limit_bytes: error.limitBytes };
  if (error instanceof NameTakenError) return { errors: [{ field: error.field, message: error.message }] };
  return {};
}
