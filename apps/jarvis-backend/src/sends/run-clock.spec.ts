import { RunClock } from './run-clock';

const setup = (paused = false) => {
  jest.useFakeTimers();
  const clock = new RunClock(() => Date.now());
  if (paused) clock.pause();
  return { clock, abort: new AbortController() };
};
const settled = async (promise: Promise<unknown>): Promise<boolean> => {
  let done = false;
  void promise.then(
    () => (done = true),
    () => (done = true),
  );
  await jest.advanceTimersByTimeAsync(0);
  return done;
};
afterEach(() => jest.useRealTimers());

describe('RunClock', () => {
  it('reaches a moment when the run has gone on for so long', async () => {
    const { clock, abort } = setup();
    const reached = clock.reach(1000, abort.signal);
    await jest.advanceTimersByTimeAsync(999);
    expect(await settled(reached)).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(await settled(reached)).toBe(true);
  });

  it('stands still while it is paused', async () => {
    const { clock, abort } = setup();
    const reached = clock.reach(1000, abort.signal);
    await jest.advanceTimersByTimeAsync(400);
    clock.pause();
    await jest.advanceTimersByTimeAsync(5_000_000);
    expect([clock.elapsed, await settled(reached)]).toEqual([400, false]);
    clock.resume();
    await jest.advanceTimersByTimeAsync(599);
    expect(await settled(reached)).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(await settled(reached)).toBe(true);
  });

  it('lets nothing past while it is paused, though the moment is long over', async () => {
    const { clock, abort } = setup(true);
    const reached = clock.reach(0, abort.signal);
    expect(await settled(reached)).toBe(false);
    clock.resume();
    expect(await settled(reached)).toBe(true);
  });

  it('rejects with the reason when the signal aborts, paused or not', async () => {
    const { clock, abort } = setup(true);
    const reached = clock.reach(50, abort.signal);
    abort.abort(new Error('over'));
    await expect(reached).rejects.toThrow('over');
    await expect(clock.reach(0, abort.signal)).rejects.toThrow('over');
  });

  it('aborts a signal at a moment, and not when it was told to stop', async () => {
    const { clock, abort } = setup();
    const [first, second] = [clock.until(100, abort.signal), clock.until(100, abort.signal)];
    second.stop();
    await jest.advanceTimersByTimeAsync(100);
    expect([first.signal.aborted, second.signal.aborted]).toEqual([true, false]);
  });
});
