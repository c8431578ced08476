import { PortAllocator, PortsExhaustedError, type PortLease } from '@app/ports';
import { startRedis, type TestRedis } from '../support/redis';

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());
beforeEach(() => redis.client.flushall());

const allocator = (
  options: { start: number; end: number; setAsideMs?: number } = { start: 100, end: 109 },
  inUse: readonly PortLease[] = [],
) => new PortAllocator(redis.client, options, () => Promise.resolve(inUse));
const portsOf = ({ frontend, backend }: PortLease) => [frontend, backend];
const allocated = async () => (await redis.client.smembers('allocated_ports')).map(Number).toSorted((a, b) => a - b);

it('leases two ports of the range and shows them as allocated', async () => {
  const lease = await allocator().lease('aaaaaaaa');
  expect(lease).toEqual({ instanceId: 'aaaaaaaa', frontend: 100, backend: 101 });
  expect(await allocated()).toEqual([100, 101]);
});

it('answers the same lease when an instance asks again', async () => {
  const ports = allocator();
  expect(await ports.lease('aaaaaaaa')).toEqual(await ports.lease('aaaaaaaa'));
  expect(await ports.list()).toHaveLength(1);
});

it('never hands a port out twice to 500 instances that ask at once', async () => {
  const ports = allocator({ start: 10_000, end: 20_000 });
  const ids = Array.from({ length: 500 }, (_, i) => `instance-${i}`);
  const leases = await Promise.all(ids.map((id) => ports.lease(id)));
  expect(new Set(leases.flatMap(portsOf)).size).toBe(1_000);
  await Promise.all(ids.map((id) => ports.release(id)));
  expect(await ports.list()).toEqual([]);
  expect(await ports.usage()).toEqual({ total: 10_001, leased: 0, free: 10_001, setAside: 0 });
});

it('leases to the last pair, then says that the range is exhausted, and goes on after a release', async () => {
  const ports = allocator();
  for (const id of ['a', 'b', 'c', 'd', 'e']) await ports.lease(id);
  await expect(ports.lease('f')).rejects.toThrow(PortsExhaustedError);
  await ports.release('c');
  expect(portsOf(await ports.lease('f'))).toEqual([104, 105]);
});

it('does not lose the odd port of a range', async () => {
  const ports = allocator({ start: 100, end: 102 });
  await ports.lease('a');
  await expect(ports.lease('b')).rejects.toThrow(PortsExhaustedError);
  await ports.release('a');
  expect((await ports.usage()).free).toBe(3);
});

it('reuses the port that was idle the longest', async () => {
  const ports = allocator();
  await ports.lease('a');
  await ports.release('a');
  expect(portsOf(await ports.lease('b'))).toEqual([102, 103]);
});

it('releases once, however often it is asked', async () => {
  const ports = allocator();
  await ports.lease('a');
  await Promise.all([ports.release('a'), ports.release('a'), ports.release('never')]);
  expect((await ports.usage()).free).toBe(10);
});

it('leaves a port alone that something else holds, and tries it again later', async () => {
  const ports = allocator({ start: 100, end: 103, setAsideMs: 50 });
  const first = await ports.lease('a');
  await ports.setAside('a', first.backend);
  expect(portsOf(await ports.lease('a'))).not.toContain(first.backend);
  await expect(ports.lease('b')).rejects.toThrow(PortsExhaustedError);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(portsOf(await ports.lease('b'))).toContain(first.backend);
});

it("does not set another instance's port aside", async () => {
  const ports = allocator();
  const { frontend } = await ports.lease('a');
  await ports.setAside('b', frontend);
  expect(await ports.list()).toHaveLength(1);
  expect((await ports.usage()).setAside).toBe(0);
});

it('gets its books back from what is in use after FLUSHALL', async () => {
  const running = [{ instanceId: 'a', frontend: 100, backend: 101 }];
  const ports = allocator({ start: 100, end: 109 }, running);
  await redis.client.flushall();
  expect(portsOf(await ports.lease('b'))).toEqual([102, 103]);
  expect(await ports.list()).toEqual(expect.arrayContaining(running));
});

it('gets allocated_ports back after an operator deleted it', async () => {
  const ports = allocator();
  await ports.lease('a');
  await redis.client.del('allocated_ports');
  await ports.rebuild();
  expect(await allocated()).toEqual([100, 101]);
});

it('keeps leases outside a changed range, and leases from the new range only', async () => {
  await allocator().lease('a');
  const moved = allocator({ start: 105, end: 112 });
  expect(portsOf(await moved.lease('b')).every((port) => port >= 105)).toBe(true);
  expect(await moved.list()).toHaveLength(2);
  await moved.release('a');
  await moved.rebuild();
  expect((await moved.usage()).free).toBe(6);
});

it('agrees when ten replicas rebuild while others lease', async () => {
  const ports = allocator({ start: 1, end: 400 });
  await Promise.all(
    Array.from({ length: 100 }, async (_, i) => {
      const lease = await ports.lease(`i${i}`);
      if (i % 10 === 0) await ports.rebuild();
      return lease;
    }),
  );
  const leases = await ports.list();
  expect(new Set(leases.flatMap(portsOf)).size).toBe(200);
  expect(await ports.usage()).toMatchObject({ leased: 200, free: 200 });
});
