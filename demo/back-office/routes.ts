/**
 * The back office's JSON routes, for the demo's own page. They ask nobody to sign in, so the demo mounts them for this machine only.
 * Read only: nothing here changes a payment.
 */
import { Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../endpoint/store/schema.js';
import { findRecord, listRecords } from './records.js';

const defaultLimit = 100;
const maxLimit = 1_000;

const readLimit = (text: string | undefined): number => {
  const limit = Number(text ?? defaultLimit);
  return Number.isInteger(limit) && limit > 0 ? Math.min(limit, maxLimit) : defaultLimit;
};

export const createBackOfficeRoutes = (db: Kysely<Database>): Hono => {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  app.get('/alternate-efts', async (c) => {
    const page = await listRecords(db, { contract: c.req.query('contract') ?? '', limit: readLimit(c.req.query('limit')) });
    return c.json(page);
  });
  app.get('/alternate-efts/:id', async (c) => {
    const record = await findRecord(db, c.req.param('id'));
    return record ? c.json(record) : c.json({ title: 'No such record' }, 404);
  });
  return app;
};
