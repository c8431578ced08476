import { sleep, withDeadline } from './deadline';

const forever = (): Promise<never> => new Promise(() => undefined);

describe('withDeadline', () => {
  it('hands the outcome on', async () => {
    expect(await withDeadline(1_000, undefined, () => Promise.resolve(7))).toBe(7);
    await expect(withDeadline(1_000, undefined, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  it('rejects in time, and tells the work', async () => {
    let inner: AbortSignal | undefined;
    const work = withDeadline(10, undefined, (signal) => {
      inner = signal;
      return forever();
    });
    await expect(work).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(inner?.aborted).toBe(true);
  });

  it("rejects with the signal's reason, before the work or within it", async () => {
    const reason = new Error('enough');
    const controller = new AbortController();
    const work = withDeadline(1_000, controller.signal, forever);
    controller.abort(reason);
    await expect(work).rejects.toBe(reason);

    const begin = jest.fn(forever);
    await expect(withDeadline(1_000, controller.signal, begin)).rejects.toBe(reason);
    expect(begin).not.toHaveBeenCalled();
  });
});

describe('sleep', () => {
  it('ends early on abort', async () => {
    const controller = new AbortController();
    const sleeping = sleep(60_000, controller.signal);
    controller.abort(new Error('awake'));
    await expect(sleeping).rejects.toThrow('awake');
    await expect(sleep(60_000, controller.signal)).rejects.toThrow('awake');
    await expect(sleep(1, new AbortController().signal)).resolves.toBeUndefined();
  });
});
