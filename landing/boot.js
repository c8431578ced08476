const PAUSE_MS = 1500;
const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

const reachable = async () => {
  try {
    return (await fetch('app.js', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
};

// A part of the page can be cut off on its way, when the browser changes its network for one. It is then loaded once more, as
// soon as the server can be reached.
import('./app.js').catch(async () => {
  do await pause();
  while (!(await reachable()));
  location.reload();
});
