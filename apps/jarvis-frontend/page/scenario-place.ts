/** What the editor writes on: something new, a file's content, a copy, or a scenario that is kept. */
export type EditorPlace =
  | { readonly kind: 'new' | 'import'; readonly id?: undefined }
  | { readonly kind: 'copy' | 'edit'; readonly id: string };

/** What the address asks to be written on: `?new`, `?import`, `?copy=ID`, `?edit=ID`; nothing for the list. */
export function editorPlace(params: URLSearchParams): EditorPlace | undefined {
  if (params.has('new')) return { kind: 'new' };
  if (params.has('import')) return { kind: 'import' };
  const kind = (['copy', 'edit'] as const).find((name) => params.has(name));
  return kind && { kind, id: params.get(kind)! };
}

/** The same as one word, by which drafts are kept. */
export const placeName = ({ kind, id }: EditorPlace): string => (id === undefined ? kind : `${kind}=${id}`);

export const editorHash = (place: EditorPlace): string => `#/scenarios?${placeName(place)}`;

const NAME_MAX = 200;

/** `Copy of …`, with a number where that is taken. */
export function copyName(name: string, taken: readonly string[]): string {
  const base = `Copy of ${name}`.slice(0, NAME_MAX - 4);
  const names = new Set(taken.map((each) => each.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const copy = number === 1 ? base : `${base} ${number}`;
    if (!names.has(copy.toLowerCase())) return copy;
  }
}
