import { store } from './store.js';
import * as view from './view.js';

/** The event's access code: asked for only where the platform wants one, and remembered in this tab. */
const field = () => document.getElementById('access-code');
const LONGEST = 64;

/** The code of a link that organisers print, and what else its `#` holds. */
export const readCode = (hash) => {
  const named = new URLSearchParams(hash.replace(/^#/, ''));
  const code = named.get('code')?.trim().slice(0, LONGEST);
  named.delete('code');
  return code ? { code, rest: named.size > 0 ? `#${named}` : '' } : null;
};

/** Takes the code out of the address bar, where others would see it, into the field. */
export const takeCode = () => {
  const { code, rest } = readCode(location.hash) ?? {};
  if (!code) return;
  history.replaceState(history.state, '', location.pathname + location.search + rest);
  store.keepCode(code);
  field().value = code;
  view.showFieldError('access-code', null);
};

/** Shows the field with what is known of the code, and remembers what is typed. */
export const watchCode = () => {
  field().value = store.code();
  field().addEventListener('input', () => store.keepCode(field().value.trim()));
};
