import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Choice } from './types';

export interface Picked {
  readonly kind: Choice['kind'];
  readonly id: string;
}

const KEY = 'jarvis_picked';
const KINDS: readonly Choice['kind'][] = ['product', 'scenario', 'upload'];

/** What was picked: by the address (`?scenario=…`), else the last time in this tab. */
export function usePicked(params: URLSearchParams): readonly [Picked | undefined, (picked: Picked) => void] {
  const [picked, setPicked] = useState<Picked | undefined>(() => named(params) ?? kept());
  const pick = useCallback((next: Picked) => {
    setPicked(next);
    sessionStorage.setItem(KEY, JSON.stringify(next));
  }, []);
  const asked = named(params);
  useEffect(() => {
    if (asked) pick(asked);
  }, [asked?.kind, asked?.id, pick]);
  return [picked, pick];
}

function named(params: URLSearchParams): Picked | undefined {
  const kind = KINDS.find((name) => params.has(name));
  return kind && { kind, id: params.get(kind)! };
}

function kept(): Picked | undefined {
  const text = sessionStorage.getItem(KEY);
  return text === null ? undefined : (JSON.parse(text) as Picked);
}
