/**
 * The worlds over HTTP: worlds and processes made, controlled and ended. Any page may ask, since only tests run here.
 * Must not know how a world works inside.
 */
import { randomBytes } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { cors } from 'hono/cors';
import * as z from 'zod/mini';
import { createBackOfficeRoutes } from '../../../demo/back-office/routes.js';
import { ProxyFault } from '../fault-proxy/effects.js';
import { FaultProxy } from '../fault-proxy/proxy.js';
import { apiPath, basePathOf, createOneWorld, type OneWorld } from './one-world.js';
import { startEndpointProcess, type EndpointProcess } from './processes.js';
import {
  ClockChange,
  ContractChange,
  LenderChange,
  PaymentsMove,
  ProcessOptions,
  WorldOptions,
  type ProcessStarted,
  type WorldCreated,
} from './protocol.js';

const newId = (): string => randomBytes(6).toString('hex');

const read = async <Schema extends z.core.$ZodType>(c: Context, schema: Schema): Promise<z.output<Schema>> => {
  const text = await c.req.text();
  return z.parse(schema, text === '' ? {} : JSON.parse(text));
};

const find = <Thing>(things: ReadonlyMap<string, Thing>, c: Context): Thing => {
  const thing = things.get(c.req.param('id') ?? '');
  if (thing === undefined) throw new Error(`Nothing here has the id ${c.req.param('id') ?? ''}.`);
  return thing;
};

const originsOf = (c: Context): string[] => [c.req.header('origin')].filter((origin) => origin !== undefined);

/** A world, and what every page goes through to reach it. */
interface Served {
  readonly world: OneWorld;
  readonly proxy: FaultProxy;
  /** The lender's side, as the demo's back office has it. */
  readonly backOffice: Hono;
}

const close = async ({ world, proxy }: Served): Promise<void> => {
  await proxy.close();
  await world.close();
};

export class WorldsServer {
  readonly #worlds = new Map<string, Served>();
  readonly #processes = new Map<string, EndpointProcess>();
  readonly #app = new Hono();

  constructor() {
    this.#app.use(cors());
    this.#app.onError((error, c) => c.json({ error: error.message }, 400));
    this.#addWorlds();
    this.#addControls();
    this.#addBankFields();
    this.#addProcesses();
  }

  readonly handle = (request: Request): Response | Promise<Response> => this.#app.fetch(request);

  async close(): Promise<void> {
    await Promise.allSettled([...[...this.#worlds.values()].map(close), ...[...this.#processes.values()].map((one) => one.close())]);
  }

  #addWorlds(): void {
    this.#app.post('/worlds', async (c) => {
      const options = await read(c, WorldOptions);
      const world = await createOneWorld(newId(), options, originsOf(c));
      const base = basePathOf(world.id);
      const proxy = await FaultProxy.listen({ upstream: world.handle, base, keepsAlive: options.keepsAlive ?? true });
      const backOffice = createBackOfficeRoutes({ eft: world.deps, faults: proxy.faults, mailbox: world.mailbox });
      this.#worlds.set(world.id, { world, proxy, backOffice });
      const endpoint = proxy.origin + base;
      const created: WorldCreated = { id: world.id, endpoint, tokens: { ...world.tokens }, now: world.clock.now().toISOString() };
      return c.json(created, 201);
    });
    this.#app.delete('/w/:id', async (c) => {
      const served = find(this.#worlds, c);
      this.#worlds.delete(served.world.id);
      await close(served);
      return c.body(null, 204);
    });
  }

  #addControls(): void {
    const controls = new Hono();
    controls.get('/rows', async (c) => c.json(await find(this.#worlds, c).world.rows()));
    controls.get('/log', (c) => c.json(find(this.#worlds, c).world.log.list()));
    controls.get('/arrivals', (c) => c.json(find(this.#worlds, c).proxy.arrivals.list()));
    controls.get('/mails', (c) => c.json(find(this.#worlds, c).world.mailbox.list()));
    controls.get('/said', (c) => c.json(find(this.#worlds, c).world.said));
    controls.put('/clock', async (c) => {
      const { clock } = find(this.#worlds, c).world;
      clock.change(await read(c, ClockChange));
      return c.json({ now: clock.now().toISOString() });
    });
    controls.put('/lender', async (c) => {
      await find(this.#worlds, c).world.changeLender(await read(c, LenderChange));
      return c.body(null, 204);
    });
    controls.post('/faults', async (c) => {
      find(this.#worlds, c).proxy.faults.add(await read(c, ProxyFault));
      return c.body(null, 204);
    });
    controls.get('/held', (c) => c.json({ held: find(this.#worlds, c).proxy.faults.held }));
    controls.delete('/faults', (c) => {
      find(this.#worlds, c).proxy.faults.clear();
      return c.body(null, 204);
    });
    controls.post('/release', async (c) => {
      const { faults } = find(this.#worlds, c).proxy;
      faults.release();
      await faults.settle();
      return c.body(null, 204);
    });
    controls.post('/contract-changed', async (c) => {
      await find(this.#worlds, c).world.post(await read(c, ContractChange));
      return c.body(null, 204);
    });
    controls.put('/payments', async (c) => {
      await find(this.#worlds, c).world.movePayments(await read(c, PaymentsMove));
      return c.body(null, 204);
    });
    this.#app.route('/w/:id/control', controls);
    this.#app.all('/w/:id/back-office/*', (c) => {
      const { backOffice } = find(this.#worlds, c);
      const path = new URL(c.req.url).pathname.replace(/^\/w\/[^/]+\/back-office/, '');
      return backOffice.fetch(new Request(new URL(path, c.req.url), c.req.raw));
    });
  }

  /** Another origin than the page of the test, which is on the runner's port. */
  #addBankFields(): void {
    this.#app.all('/w/:id/bank-fields/*', (c) => {
      const { vault } = find(this.#worlds, c).world;
      const url = new URL(c.req.url);
      url.pathname = url.pathname.replace(/^\/w\/[^/]+\/bank-fields/, '');
      return vault.app.fetch(new Request(url, c.req.raw));
    });
  }

  #addProcesses(): void {
    this.#app.post('/processes', async (c) => {
      const started = await startEndpointProcess(newId(), await read(c, ProcessOptions), originsOf(c));
      this.#processes.set(started.id, started);
      const endpoint = `http://127.0.0.1:${started.port}${apiPath}`;
      const answer: ProcessStarted = { id: started.id, endpoint, tokens: { ...started.tokens } };
      return c.json(answer, 201);
    });
    this.#app.post('/processes/:id/kill', async (c) => {
      await find(this.#processes, c).kill();
      return c.body(null, 204);
    });
    this.#app.post('/processes/:id/restart', async (c) => {
      const endpoint = find(this.#processes, c);
      await endpoint.kill();
      await endpoint.start();
      return c.body(null, 204);
    });
    this.#app.delete('/processes/:id', async (c) => {
      const endpoint = find(this.#processes, c);
      this.#processes.delete(endpoint.id);
      await endpoint.close();
      return c.body(null, 204);
    });
  }
}
