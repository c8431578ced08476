import { serverNow } from './requests.js';
import { countdown, moment, waitInWords } from './clock.js';
import { drawQueue } from './queue.js';
import { aheadWords, awayWords, stepWords } from './words.js';

const $ = (id) => document.getElementById(id);
const VIEWS = ['loading', 'checking', 'idle', 'launching', 'waiting', 'active', 'full', 'notice'];
const TITLES = { launching: 'Preparing…', active: 'Ready', full: 'Full' };

const secondsUntil = (until) => Math.max(0, Math.ceil((until - Date.now()) / 1000));
const say = (element, words) => {
  if (element.textContent !== words) element.textContent = words;
};

/** Shows one view; the focus follows when it was in the one that goes away. */
export const show = (name) => {
  const view = $(`view-${name}`);
  const changed = view.hidden;
  const hadFocus = VIEWS.some((other) => other !== name && $(`view-${other}`).contains(document.activeElement));
  for (const other of VIEWS) $(`view-${other}`).hidden = other !== name;
  document.body.dataset.view = name;
  document.title = `${TITLES[name] ? `${TITLES[name]} · ` : ''}Jarvis · Tech Summit`;
  if (changed) say($('said'), '');
  if (hadFocus) view.querySelector('h2').focus();
};

export const showChecking = (words) => {
  say($('checking-words'), words);
  show('checking');
};

export const tell = (words) => say($('said'), words);

export const showLaunching = ({ status, progress, error }, since) => {
  show('launching');
  const ending = status === 'stopping';
  say($('launching-title'), ending ? 'Ending your instance' : 'Preparing your instance');
  const percent = Math.round(progress?.percent ?? 0);
  $('progress').hidden = ending;
  $('progress').value = percent;
  say($('progress-message'), ending ? 'Stopping it and giving back what it used' : error || stepWords(progress));
  say($('progress-percent'), ending ? '' : `${percent} %`);
  say($('elapsed'), `${Math.max(0, Math.round((Date.now() - since) / 1000))} s`);
};

/** Only web addresses become links, whatever the server says. */
const webAddress = (address) => (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol) ? address : null);

export const showActive = (session) => {
  show('active');
  const address = webAddress(session.frontend_url);
  if (address) $('open').href = address;
  else $('open').removeAttribute('href');
  say($('session-id'), session.session_id);
  $('backend-url').value = session.backend_url ?? '';
  showExpiry(session);
  return address;
};

export const showExpiry = ({ expires_at: expiresAt }) => {
  const left = Date.parse(expiresAt) - serverNow();
  say($('countdown'), left > 0 ? countdown(left) : 'now');
  $('countdown').classList.toggle('soon', left < 10 * 60_000);
  const at = new Date(expiresAt);
  $('expires-at').dateTime = at.toISOString();
  say($('expires-at'), moment(at));
};

export const showAutoOpen = (until) => {
  $('auto-open').hidden = until === null;
  if (until !== null) say($('auto-open-seconds'), String(secondsUntil(until)));
};

/** A place in line: the number, who is ahead, how long it may take, and a picture of the line. */
export const showWaiting = ({ place, line_length: length, estimated_wait_seconds: seconds }) => {
  show('waiting');
  document.title = `${place} in line · Jarvis · Tech Summit`;
  say($('place'), String(place));
  say($('place-of'), `of ${length}`);
  say($('ahead'), aheadWords(place));
  say($('wait'), seconds === null ? 'not known yet' : waitInWords(seconds));
  drawQueue($('queue'), { place, length });
};

export const showFull = (detail) => {
  show('full');
  say($('full-words'), detail || 'The platform runs as many instances as it can. One becomes free when another ends.');
};

export const showFullTimer = ({ until, agreed }) => {
  $('keep-trying').setAttribute('aria-pressed', String(agreed));
  say($('keep-trying'), agreed ? 'Stop trying' : 'Keep trying for me');
  const seconds = secondsUntil(until);
  const wait = seconds > 0 ? `in ${seconds} s` : 'now';
  say($('full-timer'), agreed ? `Trying again ${wait}.` : `A place may be free ${wait}.`);
};

export const showNotice = ({ title, words, detail, next, action }) => {
  say($('notice-title'), title);
  say($('notice-words'), words);
  say($('notice-detail'), detail ?? '');
  $('notice-detail').hidden = !detail;
  say($('notice-next'), next);
  say($('notice-action'), action);
  show('notice');
};

/** Says what is wrong with a field of the form, `user-id` or `access-code`; null when nothing is. */
export const showFieldError = (field, message) => {
  say($(`${field}-error`), message ?? '');
  if (message) $(field).setAttribute('aria-invalid', 'true');
  else $(field).removeAttribute('aria-invalid');
};

export const showCodeField = (needed) => {
  $('access-code-field').hidden = !needed;
};

/** `away` says who cannot be reached and when the next try is; null when all is well. */
export const showAway = (away) => {
  $('away').hidden = away === null;
  say($('away-words'), away ? awayWords(away.kind) : '');
  if (away) say($('away-timer'), `Next try in ${secondsUntil(away.until)} s.`);
};

export const showStorageNote = () => {
  $('storage-note').hidden = false;
};

/** Asks in a dialog; true when the person chooses `yes`. A question that is asked already counts as answered with no. */
const ask = (dialog, yes) =>
  new Promise((resolve) => {
    if (dialog.open) dialog.close('keep');
    dialog.returnValue = 'keep';
    dialog.addEventListener('close', () => resolve(dialog.returnValue === yes), { once: true });
    dialog.showModal();
  });

/** Whether to end the instance. */
export const confirmEnd = () => ask($('end-dialog'), 'end');

/** Whether to exchange the keys of the instance. */
export const confirmRotation = () => ask($('rotate-dialog'), 'rotate');

/** Whether the instance of a link takes the place of the one that this browser has. */
export const confirmLink = () => ask($('link-dialog'), 'open');

export const closeDialog = () => document.querySelectorAll('dialog[open]').forEach((dialog) => dialog.close('keep'));

/** Copies by the clipboard API, or the old way where the page is not on HTTPS. */
export const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'sr-only';
    document.body.append(field);
    const back = document.activeElement;
    field.select();
    const copied = document.execCommand('copy');
    field.remove();
    back?.focus();
    return copied;
  }
};
