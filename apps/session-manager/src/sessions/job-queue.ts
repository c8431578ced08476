import { Queue, type JobsOptions } from 'bullmq';
import type { Redis } from 'ioredis';

export const JOB_PREFIX = 'jobs';

/** One durable queue, made when it is first needed. */
export class JobQueue<T> {
  private made: Queue<T> | undefined;

  constructor(
    private readonly name: string,
    private readonly connection: Redis,
  ) {}

  /** The queue once it can be used. A queue remembers for ever that Redis was away when it was made: such a one is thrown away. */
  async ready(): Promise<Queue<T>> {
    const queue = (this.made ??= this.make());
    try {
      await queue.waitUntilReady();
      return queue;
    } catch (error) {
      if (this.made === queue) this.made = undefined;
      throw error;
    }
  }

  /** Asks for a job; one of the same id that is there already stands for both. */
  async add(jobId: string, data: T, options: JobsOptions): Promise<void> {
    const queue: Queue = await this.ready();
    await queue.add(this.name, data, { ...options, jobId });
  }

  async close(): Promise<void> {
    await this.made?.close();
  }

  private make(): Queue<T> {
    const queue = new Queue<T>(this.name, { connection: this.connection, prefix: JOB_PREFIX });
    queue.on('error', () => undefined);
    return queue;
  }
}
