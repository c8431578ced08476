import { hoursInWords } from './clock.js';
import { page } from './page.js';
import { api } from './requests.js';
import { showCodeField } from './view.js';

/** The field of bars at the foot of the page: one for each instance that the platform may run, lit when it is taken. */
const SVG = 'http://www.w3.org/2000/svg';
const MOST_BARS = 150;

/** A bar's height between 0 and 1: uneven, the same each time. */
const height = (i) => {
  const wave = Math.sin(i * 0.13) * 0.5 + Math.sin(i * 0.047 + 2) * 0.5;
  const grain = Math.abs(Math.sin(i * 12.9898) * 43_758.5453) % 1;
  return 0.24 + 0.36 * (wave * 0.5 + 0.5) + 0.4 * grain;
};

/** How many bars to draw, and how many of them lit: any instance in use lights one. */
export const bars = (active, max) => {
  const count = Math.max(1, Math.min(MOST_BARS, max));
  const share = max > 0 ? Math.min(1, active / max) : 0;
  return { count, lit: active > 0 ? Math.max(1, Math.round(share * count)) : 0 };
};

const draw = (svg, count) => {
  svg.setAttribute('viewBox', `0 0 ${count} 10`);
  svg.replaceChildren(
    ...Array.from({ length: count }, (_, i) => {
      const rect = document.createElementNS(SVG, 'rect');
      const tall = height(i) * 10;
      const box = { x: i + 0.22, y: 10 - tall, width: 0.56, height: tall };
      for (const [name, value] of Object.entries(box)) rect.setAttribute(name, value.toFixed(2));
      return rect;
    }),
  );
};

/** Shows `active` of `max` instances in use, one of them `mine` when this browser has one. */
const showSeats = (svg, { active, max, mine }) => {
  const { count, lit } = bars(active, max);
  if (svg.childElementCount !== count) draw(svg, count);
  [...svg.children].forEach((rect, i) => {
    rect.classList.toggle('lit', i < lit);
    rect.classList.toggle('mine', mine && i === Math.max(0, lit - 1));
  });
};

const EVERY_MS = 15_000;

const waitingNow = async () => {
  try {
    return (await api.capacity(AbortSignal.timeout(10_000))).waiting.length;
  } catch {
    return 0;
  }
};

/** Asks how many instances are in use, how long one lasts, and whether launching one needs an access code. */
export const refreshSeats = async () => {
  const words = document.getElementById('seats-words');
  try {
    const health = await api.health(AbortSignal.timeout(10_000));
    const { active_sessions: active, max_sessions: max, session_ttl_hours: hours } = health;
    const { access_code_required: needsCode } = health;
    if (typeof active === 'number') {
      showSeats(document.getElementById('seats'), { active, max, mine: page.session?.status === 'active' });
      const waiting = await waitingNow();
      words.textContent = `${active} of ${max} instances in use${waiting ? `, ${waiting} waiting` : ''}`;
    }
    if (typeof needsCode === 'boolean') showCodeField(needsCode);
    if (hours) document.getElementById('ttl-words').textContent = hoursInWords(hours);
  } catch {
    words.textContent = '';
  }
};

/** Keeps the field up to date while somebody can see it. */
export const watchSeats = () => {
  void refreshSeats();
  setInterval(() => !document.hidden && void refreshSeats(), EVERY_MS);
};
