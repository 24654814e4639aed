/**
 * The helper process of the browser tests: gives each test a fresh world of the reference endpoint, on a port of its own.
 * Run by `startWorlds`; ends when its standard input does, so that it never outlives the run.
 */
import { once } from 'node:events';
import { createAdaptorServer } from '@hono/node-server';
import { WorldsServer } from './worlds/routes.js';

const worlds = new WorldsServer();
const server = createAdaptorServer({
  fetch: (request) => worlds.handle(request),
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
console.log(`Worlds ready at http://127.0.0.1:${address.port}`);

const stop = async (): Promise<void> => {
  server.close();
  await worlds.close();
  process.exit(0);
};
process.stdin.resume();
process.stdin.once('end', () => void stop());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
