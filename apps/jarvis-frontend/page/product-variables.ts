import { useEffect, useState } from 'preact/hooks';
import { call } from './api';
import type { Option } from './options-shown';
import type { ProductInFull } from './types';
import { valueText } from './value-text';

const asked = new Map<string, Promise<ProductInFull>>();

/** Each product is asked for once; again after it could not be had. */
function productInFull(id: string): Promise<ProductInFull> {
  const before = asked.get(id);
  if (before) return before;
  const answer = call<ProductInFull>('GET', `products/${encodeURIComponent(id)}`);
  asked.set(id, answer);
  answer.catch(() => asked.delete(id));
  return answer;
}

/** The names that a step may give a value to, with what draws them otherwise; none while they are not known. */
export function useVariables(product: string, event: string): readonly Option[] {
  const [options, setOptions] = useState<readonly Option[]>([]);
  useEffect(() => {
    let isOver = false;
    if (product !== '')
      void productInFull(product).then(
        ({ events }) => !isOver && setOptions(optionsOf(events.find(({ id }) => id === event))),
        () => undefined,
      );
    return () => {
      isOver = true;
      setOptions([]);
    };
  }, [product, event]);
  return options;
}

const HINT_MAX = 120;

const optionsOf = (event: ProductInFull['events'][number] | undefined): Option[] =>
  (event?.variables ?? []).map(({ name, value }) => ({
    value: name,
    label: name,
    hint: value === null ? 'of the cast' : valueText(value).slice(0, HINT_MAX),
  }));
