/** A value of a scenario's variable: mostly a text with `{{…}}`, but any JSON may be. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** A value as it is edited: a text as it is, anything else as JSON, and as JSON too a text that would be read as something else. */
export function valueText(value: Json): string {
  if (typeof value !== 'string') return JSON.stringify(value, undefined, 1).replaceAll(/\n\s*/g, ' ');
  return isJson(value) || isBroken(value) ? JSON.stringify(value) : value;
}

/** The other way round. */
export function valueOf(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** Whether a text was meant as JSON, as it begins like a list or an object, and is none. */
export const isBroken = (text: string): boolean => /^\s*(\{\s*"|\[\s*["{[])/.test(text) && !isJson(text);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
