import { takeCode, watchCode } from './access.js';
import { end, extend, rotateKeys } from './acts.js';
import { enter, notice, reconnect, track } from './life.js';
import { persist } from './follow.js';
import { leaveLine, standInLine } from './line.js';
import { openLink, takeLink } from './link.js';
import { watchMessages } from './messages.js';
import { ASKING, begin, halt, idle, page, run, stay, tryNow } from './page.js';
import { FULL, Problem, api } from './requests.js';
import { watchSeats } from './seats.js';
import { store } from './store.js';
import * as view from './view.js';
import { codeError, fieldError, launchRefusal } from './words.js';

const $ = (id) => document.getElementById(id);
const FULL_WAIT_MS = 15_000;

/** `again` tries once more; it is told whether the person agreed to further tries. */
const waitForRoom = (problem, again, agreed) => {
  begin();
  page.full = { again, agreed, until: Date.now() + (problem.wait ?? FULL_WAIT_MS) };
  view.showFull(problem.detail);
  view.showFullTimer(page.full);
};

/** Asks for a session; the same launch asked again, by whatever mishap, never makes a second one. */
const launch = (wanted, agreed = false) =>
  run(async (options) => {
    if (!agreed) {
      page.since = Date.now();
      view.showLaunching(ASKING, page.since);
    }
    try {
      const { session_token: token, ...made } = await persist(
        () => api.create({ ...wanted, code: store.code() }, options.signal),
        options,
      );
      if (made.ticket_id) {
        const ticket = { id: made.ticket_id, token };
        store.keepTicket(ticket);
        store.endLaunch();
        return await standInLine(ticket, made);
      }
      store.endLaunch();
      await enter(made, token, options);
    } catch (error) {
      options.signal.throwIfAborted();
      if (!(error instanceof Problem)) throw error;
      store.endLaunch();
      if (FULL.includes(error.code)) return waitForRoom(error, (goesOn) => launch(wanted, goesOn), agreed);
      const wrongCode = codeError(error);
      const wrong = wrongCode ?? fieldError(error);
      if (!wrong) return notice(launchRefusal(error));
      idle();
      if (wrongCode) view.showCodeField(true);
      const field = wrongCode ? 'access-code' : 'user-id';
      view.showFieldError(field, wrong);
      $(field).focus();
    }
  });

/** Who launches: the name in the field, else whoever the last session was for, else this browser's own id. */
const wantedUserId = () => $('user-id').value.trim() || page.lastUserId || store.userId();

const open = (link, agreed = false) =>
  openLink(link, (problem) => waitForRoom(problem, (goesOn) => open(link, goesOn), agreed));

const restore = () => {
  const link = takeLink() ?? store.link();
  const pending = store.launch();
  const ticket = store.ticket();
  if (link) return open(link);
  if (store.session().token || store.rotation()) return reconnect();
  if (ticket) return standInLine(ticket);
  if (pending) return launch(pending);
  return idle();
};

const tick = () => {
  if (page.away) view.showAway(page.away);
  if (page.session && page.session.status === 'active') view.showExpiry(page.session);
  else if (document.body.dataset.view === 'launching') view.showLaunching(page.session ?? ASKING, page.since);
  if (page.full) {
    view.showFullTimer(page.full);
    if (page.full.agreed && Date.now() >= page.full.until) void page.full.again(true);
  }
  if (page.autoOpen) {
    view.showAutoOpen(page.autoOpen.until);
    if (Date.now() >= page.autoOpen.until) {
      const { address } = page.autoOpen;
      stay();
      location.assign(address);
    }
  }
};

const copyWith = async (text, what) =>
  view.tell((await view.copy(text)) ? `${what} copied.` : `Not copied: your browser does not allow it.`);

$('launch-form').addEventListener('submit', (event) => {
  event.preventDefault();
  view.showFieldError('user-id', null);
  view.showFieldError('access-code', null);
  void launch(store.beginLaunch(wantedUserId()));
});
$('try-now').addEventListener('click', tryNow);
addEventListener('online', tryNow);
$('stay').addEventListener('click', () => {
  stay();
  $('open').focus();
});
$('open').addEventListener('click', stay);
$('extend').addEventListener('click', () => {
  $('extend').disabled = true;
  void extend().finally(() => {
    $('extend').disabled = false;
  });
});
$('rotate').addEventListener('click', () => void rotateKeys());
$('end').addEventListener('click', () => void end());
$('copy-backend').addEventListener('click', () => void copyWith($('backend-url').value, 'Backend URL'));
$('copy-token').addEventListener('click', () => void copyWith(page.session?.access_token ?? '', 'Access token'));
$('keep-trying').addEventListener('click', () => {
  if (!page.full) return;
  page.full.agreed = !page.full.agreed;
  view.showFullTimer(page.full);
});
$('try-full').addEventListener('click', () => page.full && void page.full.again(page.full.agreed));
$('leave-line').addEventListener('click', () => void leaveLine());
$('leave-full').addEventListener('click', idle);
$('notice-action').addEventListener('click', () => {
  void (store.session().token ? reconnect() : launch(store.beginLaunch(wantedUserId())));
});

store.onOtherTab(() => {
  const { token } = store.session();
  if (token ? token === page.session?.token : !page.session) return;
  if (token) void reconnect();
  else void track(page.session);
});
document.addEventListener('visibilitychange', () => {
  if (page.session?.status !== 'active') return;
  if (document.hidden) halt();
  else void track(page.session);
});
addEventListener('hashchange', () => {
  takeCode();
  const link = takeLink();
  if (link) void open(link);
});
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) void restore();
});

if (!store.lasting) view.showStorageNote();
setInterval(tick, 500);
watchCode();
takeCode();
watchSeats();
watchMessages();
void restore();
