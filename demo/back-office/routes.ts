/**
 * The back office's JSON routes, for the demo's own page. They ask nobody to sign in, so the demo mounts them for this machine only;
 * what changes something is taken as JSON alone, which no other site's form can send.
 */
import { Hono, type Context } from 'hono';
import * as z from 'zod/mini';
import { PlainDate } from '../../src/api/index.js';
import type { EftDeps } from '../endpoint/eft/deps.js';
import { generateBatches } from '../endpoint/eft/generation.js';
import { postBatch } from '../endpoint/eft/posting.js';
import { EftRefusal } from '../endpoint/eft/refusal.js';
import { returnPayment } from '../endpoint/eft/returns.js';
import { readDesk } from './desk.js';
import { faultChoices, faultOf, type FaultChoice } from './fault-choices.js';
import { findLookFault, Look, readLook, writeLook } from './look.js';
import type { Mailbox } from './mailbox.js';
import { findRecord, listRecords } from './records.js';
import { readSettings, Settings, writeSettings } from './settings.js';

/** As much of the faults in front of the endpoint as can be switched. */
export interface SwitchableFaults {
  add(fault: ReturnType<typeof faultOf>): void;
  list(): readonly unknown[];
  clear(): void;
  /** Lets go of what is held up. */
  release(): void;
}

export interface BackOfficeParts {
  readonly eft: EftDeps;
  readonly mailbox: Mailbox;
  readonly faults: SwitchableFaults;
}

const defaultLimit = 100;
const maxLimit = 1_000;

const readLimit = (text: string | undefined): number => {
  const limit = Number(text ?? defaultLimit);
  return Number.isInteger(limit) && limit > 0 ? Math.min(limit, maxLimit) : defaultLimit;
};

const GenerationRequest = z.object({ from: PlainDate, to: PlainDate });
const ReturnRequest = z.object({ code: z.string() });
const FaultRequest = z.object({ fault: z.nullable(z.enum(faultChoices)) });

class BadRequest extends Error {}

const readBody = async <Schema extends z.core.$ZodType>(c: Context, schema: Schema): Promise<z.output<Schema>> => {
  if (c.req.header('content-type')?.split(';')[0] !== 'application/json') throw new BadRequest('Send JSON.');
  const parsed = z.safeParse(schema, await c.req.json().catch(() => undefined));
  if (!parsed.success) throw new BadRequest('Something in the form is not valid. Look it over and send it again.');
  return parsed.data;
};

const addRecords = (app: Hono, { eft: { store } }: BackOfficeParts): void => {
  app.get('/alternate-efts', async (c) => {
    const page = await listRecords(store.db, { contract: c.req.query('contract') ?? '', limit: readLimit(c.req.query('limit')) });
    return c.json(page);
  });
  app.get('/alternate-efts/:id', async (c) => {
    const record = await findRecord(store.db, c.req.param('id'));
    return record ? c.json(record) : c.json({ title: 'No such record' }, 404);
  });
};

const addDesk = (app: Hono, { eft }: BackOfficeParts): void => {
  app.get('/desk', async (c) => c.json(await readDesk(eft.store.db, eft.now())));
  app.post('/generations', async (c) => {
    const { batches, records, failed } = await generateBatches(eft, await readBody(c, GenerationRequest));
    return c.json({ batches: batches.map(({ number }) => number), records, failed }, 201);
  });
  app.post('/batches/:id/post', async (c) => {
    await readBody(c, z.object({}));
    return c.json({ number: (await postBatch(eft, c.req.param('id'))).number });
  });
  app.post('/alternate-efts/:id/return', async (c) => {
    const { code } = await readBody(c, ReturnRequest);
    return c.json({ isNew: await returnPayment(eft, c.req.param('id'), code) });
  });
};

const addSettings = (app: Hono, { eft: { store } }: BackOfficeParts): void => {
  app.get('/settings', async (c) => c.json(await readSettings(store.db)));
  app.put('/settings', async (c) => {
    await writeSettings(store.db, await readBody(c, Settings));
    return c.json(await readSettings(store.db));
  });
};

const addLook = (app: Hono, { eft: { store } }: BackOfficeParts): void => {
  app.get('/look', async (c) => c.json(await readLook(store.db)));
  app.put('/look', async (c) => {
    const look = await readBody(c, Look);
    const fault = findLookFault(look);
    if (fault !== undefined) throw new BadRequest(fault);
    await writeLook(store.db, look);
    return c.json(await readLook(store.db));
  });
};

/** One fault at a time, so that the page can say which. */
const addFaults = (app: Hono, { faults }: BackOfficeParts): void => {
  let chosen: FaultChoice | null = null;
  const now = (): { fault: FaultChoice | null } => ({ fault: faults.list().length > 0 ? chosen : null });
  app.get('/faults', (c) => c.json(now()));
  app.put('/faults', async (c) => {
    chosen = (await readBody(c, FaultRequest)).fault;
    faults.clear();
    faults.release();
    if (chosen !== null) faults.add(faultOf(chosen));
    return c.json(now());
  });
};

export const createBackOfficeRoutes = (parts: BackOfficeParts): Hono => {
  const app = new Hono();
  app.onError((error, c) => {
    if (error instanceof BadRequest) return c.json({ title: error.message }, 400);
    if (error instanceof EftRefusal) return c.json({ title: error.message, code: error.code }, 409);
    return c.json({ title: 'That did not work, and nothing was changed. Try again.' }, 500);
  });
  app.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  addRecords(app, parts);
  addDesk(app, parts);
  addSettings(app, parts);
  addLook(app, parts);
  addFaults(app, parts);
  app.get('/mails', (c) => c.json({ items: parts.mailbox.list(), asOf: parts.eft.now().toISOString() }));
  return app;
};
