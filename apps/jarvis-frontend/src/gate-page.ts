import { hashSource } from '@app/content-policy';
import { policy } from './security-headers';

const STYLE = `:root{color-scheme:light dark}body{margin:0;min-height:100vh;display:grid;place-items:center;background:light-dark(#f4f5f8,#12141c);color:light-dark(#1c2030,#e8eaf2);font:16px/1.6 system-ui,sans-serif}main{max-width:30rem;margin:1.5rem;padding:2rem;border-radius:1rem;background:light-dark(#fff,#1a1d29);border:1px solid light-dark(#dfe2ea,#2c3142)}h1{margin:0 0 .75rem;font-size:1.4rem;line-height:1.3}p{margin:.5rem 0 0}`;

const HTML = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Jarvis: this instance is private</title><style>${STYLE}</style></head>
<body><main><h1>This Jarvis instance is private</h1>
<p>Your browser has not shown the key to it yet, or its session has ended.</p>
<p>Go back to the landing page where you launched your instance: it knows your session and brings you in.</p></main></body>
</html>
`;

const CSP = policy({ style: hashSource(STYLE) });

/** What somebody without the access token sees. */
export const gatePage = (): Response =>
  new Response(HTML, {
    status: 401,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': CSP,
      'Cache-Control': 'no-store',
    },
  });
