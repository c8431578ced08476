/** What a code may be: the server says the same. */
const FITS = /^[!-~]{6,64}$/;

/** Why the text is no access code; an empty one means that none is asked for. */
export const codeFault = (code: string): string | undefined =>
  code === '' || FITS.test(code) ? undefined : '6 to 64 letters, digits and signs, without spaces';

/** Letters and digits that nobody mistakes for one another on a badge. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A code that cannot be guessed during an event, 40 random bits: `K7QM-4XWD`. */
export const makeCode = (): string => {
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => LETTERS[byte % LETTERS.length]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
};

/** The landing page's address that brings the code along, behind its `#`, which no server sees. */
export const codeLink = (origin: string, code: string): string => `${origin}/#code=${encodeURIComponent(code)}`;
