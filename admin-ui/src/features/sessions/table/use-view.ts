import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { goTo, useHashQuery } from '../../../shell/hash-location';
import { readView, writeView, type View } from './view';

/** Browsers slow a page down that changes its address at every key. */
const AFTER_MS = 250;

/** What the table shows, kept in the address, so that a link or the browser's buttons show the same. */
export const useView = (): readonly [View, (view: View) => void] => {
  const [path] = useLocation();
  const query = useHashQuery();
  const [state, setState] = useState(() => ({ view: readView(query), query }));
  // The address was changed from outside: a link, or the browser's buttons.
  if (state.query !== query) setState({ view: readView(query), query });
  const wanted = writeView(state.view);
  useEffect(() => {
    if (wanted === writeView(readView(query))) return undefined;
    const timer = setTimeout(() => {
      setState((before) => ({ ...before, query: wanted }));
      goTo(wanted === '' ? path : `${path}?${wanted}`, { replace: true });
    }, AFTER_MS);
    return () => clearTimeout(timer);
  }, [wanted, query, path]);
  return [state.view, (view) => setState((before) => ({ ...before, view }))];
};
