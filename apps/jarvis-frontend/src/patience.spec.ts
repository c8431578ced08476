import type { ClientRequest, IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { losePatience } from './patience';

const PATIENCE_MS = 60;

/** A request that a page sends, and what goes on to the backend. */
function setup() {
  const incoming = new PassThrough();
  const upstream = { socket: { connecting: false }, writableLength: 0, destroy: jest.fn() };
  incoming.resume();
  const calm = losePatience(incoming as unknown as IncomingMessage, upstream as unknown as ClientRequest, PATIENCE_MS);
  return { incoming, upstream, calm };
}
const wait = (times: number) => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS * times));

it('waits for a slow client as long as it takes', async () => {
  const { upstream, calm } = setup();
  await wait(4);
  expect(upstream.destroy).not.toHaveBeenCalled();
  calm();
});

it('gives a backend its time once it has all', async () => {
  const { incoming, upstream } = setup();
  await wait(2.5);
  incoming.end('last');
  await wait(0.6);
  expect(upstream.destroy).not.toHaveBeenCalled();
  await wait(1);
  expect(upstream.destroy).toHaveBeenCalledTimes(1);
});

it.each([{ writableLength: 7 }, { socket: { connecting: true } }])(
  'gives up a backend that takes nothing: %j',
  async (state) => {
    const { upstream } = setup();
    Object.assign(upstream, state);
    await wait(1.5);
    expect(upstream.destroy).toHaveBeenCalledTimes(1);
  },
);

it('leaves a request alone that is answered', async () => {
  const { incoming, upstream, calm } = setup();
  calm();
  incoming.write('more');
  incoming.end();
  await wait(2);
  expect(upstream.destroy).not.toHaveBeenCalled();
});
