import { ensurePackages } from './apt.mjs';
import { which } from './which.mjs';

/** Installs Chromium and a font, for the browser tests, where no Chromium is installed. */
export async function ensureChromium() {
  if (which('chromium')) return;
  await ensurePackages(['chromium', 'fonts-dejavu-core'], 'Chromium');
}
