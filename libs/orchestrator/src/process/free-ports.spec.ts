import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { PortConflictError } from '../errors';
import { assertFree } from './free-ports';

let holder: Server;
let port: number;
beforeEach(async () => {
  holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  ({ port } = holder.address() as AddressInfo);
});
afterEach(() => holder.close());

it('refuses a port that another program holds', async () => {
  await expect(assertFree(port)).rejects.toThrow(PortConflictError);
  await expect(assertFree(port, 50)).rejects.toThrow(PortConflictError);
});

it('takes a port that comes free while it waits', async () => {
  setTimeout(() => holder.close(), 60);
  await assertFree(port, 2_000);
});
