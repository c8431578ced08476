/** Keys and numbers that lead to a place in a content file. */
export type Path = readonly (string | number)[];

/** What is wrong in a content file, and where. */
export class PlacedError extends Error {
  override readonly name = 'PlacedError';
  constructor(
    message: string,
    readonly path: Path,
    /** Whether the path begins at the top of the file, so that nothing goes before it any more. */
    readonly isWhole: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The error as one of the place `segment` in what is being read. */
export function inside(error: unknown, segment: string | number): PlacedError {
  if (!(error instanceof PlacedError))
    return new PlacedError((error as Error).message, [segment], false, { cause: error });
  if (error.isWhole) return error;
  return new PlacedError(error.message, [segment, ...error.path], false, { cause: error.cause });
}

/** The error as one of the place `root` of the file, to which its own path is added. */
export function below(error: unknown, root: Path): PlacedError {
  const known =
    error instanceof PlacedError ? error : new PlacedError((error as Error).message, [], false, { cause: error });
  return known.isWhole ? known : new PlacedError(known.message, [...root, ...known.path], true, { cause: known.cause });
}

/** Runs `work`; what it throws is of the place `root` of the file. */
export function placing<T>(root: Path, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw below(error, root);
  }
}

/** Runs `work`; what it throws is of the place `root`, or of one inside it: a place in another file would tell nothing. */
export function within<T>(root: Path, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { message, path, cause } = below(error, root);
    const isInside = root.every((segment, index) => path[index] === segment);
    throw new PlacedError(message, isInside ? path : root, true, { cause });
  }
}

/** Adds where it happened to an error's message. */
export function naming<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { message, path, isWhole } =
      error instanceof PlacedError ? error : { message: (error as Error).message, path: [], isWhole: false };
    throw new PlacedError(`${name}: ${message}`, path, isWhole, { cause: error });
  }
}
