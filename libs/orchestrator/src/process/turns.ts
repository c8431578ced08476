/** Does work on the same instance one after the other, in the order in which it was asked for. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  async take<T>(instanceId: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.last.get(instanceId) ?? Promise.resolve()).then(work, work);
    this.last.set(instanceId, turn);
    try {
      return await turn;
    } finally {
      if (this.last.get(instanceId) === turn) this.last.delete(instanceId);
    }
  }
}
