import { readFileSync } from 'node:fs';
import type * as z from 'zod/mini';
import { PlacedError, type Path } from '../events/placed-error';
import { JsonSyntaxError, offsetOf, positionAt, scanJson, type Position } from './json-source';

/** What is wrong in a content file. */
export interface Fault extends Position {
  readonly reason: string;
}

/** A content file that does not have the shape that is asked for. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  constructor(readonly faults: readonly [Fault, ...Fault[]]) {
    super(faults[0].reason);
  }
}

const FAULTS_MAX = 10;

/** A content file, which can tell where in it something is; it looks for places only when something is wrong. */
export class ContentFile {
  private constructor(
    private readonly text: string,
    private readonly value: unknown,
  ) {}

  /** Throws a `ContentError` when it is no JSON, and what reading a file throws. */
  static open(path: string): ContentFile {
    const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
    try {
      return new ContentFile(text, JSON.parse(text));
    } catch (error) {
      throw new ContentError([syntaxFault(text, error as Error)]);
    }
  }

  /** Throws a `ContentError` that names the fields that are wrong. */
  parse<T extends z.ZodMiniType>(schema: T): z.infer<T> {
    const parsed = schema.safeParse(this.value);
    if (parsed.success) return parsed.data;
    const faults = parsed.error.issues.flatMap(withinUnions).slice(0, FAULTS_MAX);
    const [first, ...others] = faults.map(({ path, message, key }) => ({
      reason: `${path.join('.')} ${message}`.trim(),
      ...this.positionOf(key === undefined ? path : [...path, key]),
    }));
    throw new ContentError([first!, ...others]);
  }

  /** Keys that an object has twice, of which a backend sees only the second. */
  repeatedKeys(): Fault[] {
    return scanJson(this.text).repeated.map(({ key, offset }) => ({
      reason: `The key ${JSON.stringify(key)} is there twice`,
      ...positionAt(this.text, offset),
    }));
  }

  /** The faults that an error tells of, with their places. */
  faultsOf(error: unknown): readonly Fault[] {
    if (error instanceof ContentError) return error.faults;
    const path = error instanceof PlacedError ? error.path : [];
    return [{ reason: (error as Error).message, ...this.positionOf(path) }];
  }

  private positionOf(path: Path): Position {
    return positionAt(this.text, offsetOf(scanJson(this.text), path));
  }
}

/** Node's own message often has no place. */
function syntaxFault(text: string, { message }: Error): Fault {
  try {
    scanJson(text);
    return { reason: `No JSON: ${message}`, line: 1, column: 1 };
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    return { reason: `No JSON: ${error.message}`, ...positionAt(text, error.offset) };
  }
}

interface Named {
  readonly path: (string | number)[];
  readonly message: string;
  /** The key that should not be there. */
  readonly key?: string | undefined;
}

/** Of several allowed shapes, the one that was meant tells more than that none fits. */
function withinUnions(issue: z.core.$ZodIssue): Named[] {
  const path = issue.path as (string | number)[];
  if (issue.code === 'invalid_union') {
    const isMeant = ({ path: inner, code }: z.core.$ZodIssue) => inner.length > 0 || code === 'unrecognized_keys';
    const meant = issue.errors.find((issues) => issues.every(isMeant));
    if (meant && meant.length > 0)
      return meant.flatMap(withinUnions).map((inner) => ({ ...inner, path: [...path, ...inner.path] }));
  }
  return [{ path, message: issue.message, key: issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined }];
}
