import { Unreachable, problemFrom } from './problem.ts';

/** What a request of the client resolves to. */
export interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The data of an answer, or its problem thrown. */
export const dataOf = async <T>(answer: Promise<Answer<T>>): Promise<NonNullable<T>> => {
  const { data, error, response } = await answer;
  if (!response.ok) throw problemFrom(response, error);
  if (data === undefined || data === null) throw new Unreachable();
  return data;
};

/** For answers without a body. */
export const done = async (answer: Promise<Answer<unknown>>): Promise<void> => {
  const { error, response } = await answer;
  if (!response.ok) throw problemFrom(response, error);
};
