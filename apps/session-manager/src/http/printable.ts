/** Everything but control characters, lone surrogates and what turns text around. */
export const PRINTABLE = /^[^\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]+$/u;
