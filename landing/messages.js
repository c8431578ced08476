import { api } from './requests.js';

/** What the organisers tell everybody, above whatever the page shows. */
const EVERY_MS = 10_000;

const list = document.getElementById('messages');

const paragraph = ({ message_id: id, text, severity }) => {
  const element = document.createElement('p');
  element.dataset.id = id;
  element.className = severity;
  const from = document.createElement('strong');
  from.textContent = 'From the organisers:';
  element.append(from, ` ${text}`);
  return element;
};

/** Adds what is new and removes what is gone: what stays is left alone, so that it is read out only once. */
const show = (messages) => {
  const shown = new Map([...list.children].map((element) => [element.dataset.id, element]));
  for (const [id, element] of shown) {
    if (!messages.some(({ message_id: known }) => known === id)) element.remove();
  }
  for (const message of messages.toReversed()) {
    if (!shown.has(message.message_id)) list.prepend(paragraph(message));
  }
};

/** What was read last stays while nobody answers. */
const refresh = async () => {
  try {
    show((await api.messages()).messages);
  } catch {
    // The next round asks again.
  }
};

/** Keeps them up to date while somebody can see them. */
export const watchMessages = () => {
  void refresh();
  setInterval(() => !document.hidden && void refresh(), EVERY_MS);
  document.addEventListener('visibilitychange', () => !document.hidden && void refresh());
};
