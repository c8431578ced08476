/** Browsers take every name below localhost for this machine. */
export const NAME = 'jarvis.localhost';
/** The names of a certificate for both forms. */
export const tls = [NAME, `*.${NAME}`];

/** How the gateway leads to instances, in words and as its options. */
export const ROUTING_FORMS: [string, { sessionDomain?: string }][] = [
  ['behind a path', {}],
  ['at a host of its own', { sessionDomain: NAME }],
];
