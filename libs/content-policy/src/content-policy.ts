import { createHash } from 'node:crypto';

/** The source expression by which a content security policy allows exactly this inline script or style (CSP Level 3, section 2.3.1). */
export const hashSource = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The source expressions of the inline scripts of a page of our own. */
export const inlineScripts = (html: string): string[] =>
  [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, script]) => hashSource(script!));
