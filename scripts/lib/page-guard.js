// A part of the page may be cut off on its way, for one when the network changes; the page would stay blank or bare. It is loaded
// once more as soon as that part can be had. This stands in the page itself, for a file of its own could be cut off as well.
async function reloadWith(part, pause = 1000) {
  await new Promise((resolve) => setTimeout(resolve, pause));
  const answer = await fetch(part, { cache: 'no-store' }).catch(() => null);
  if (answer?.ok) location.reload();
  else await reloadWith(part, Math.min(pause * 1.5, 15000));
}
addEventListener(
  'error',
  ({ target: { localName, rel, src, href } }) => {
    const needed = localName === 'script' || rel === 'stylesheet';
    if (needed && document.readyState !== 'complete') void reloadWith(src || href);
  },
  true,
);
