/**
 * Plays a provider of hosted bank fields, on an origin of its own: serves the page with the fields, keeps what is typed there, and hands out
 * tokens in its place. The endpoint exchanges a token for the numbers, once. Knows neither the element nor the endpoint.
 */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono, type Context } from 'hono';
import * as z from 'zod/mini';
import { atMost } from '../../src/api/lengths.js';
import { bareDigits, checkAccountNumber, checkRoutingNumber } from '../../src/domain/routing-number.js';
import type { ResolvedToken } from '../endpoint/deps.js';
import { compileScript } from '../scripts.js';

/** The bank's name as a provider would know it by its routing number. */
const bankName = 'Plains Bank';
const tokenMs = 15 * 60_000;

export interface Vault {
  readonly app: Hono;
  /** The numbers behind a token; undefined for one that was exchanged before, is too old, or was never given. */
  readonly resolve: (token: string) => Promise<ResolvedToken | undefined>;
}

export interface VaultOptions {
  /** Whether a page of this origin may show the fields and be told of a token. */
  readonly isSite: (origin: string) => boolean;
  readonly now: () => number;
  /** The project's folder. */
  readonly root: string;
}

const Typed = z.object({ routingNumber: z.string().check(atMost(40)), accountNumber: z.string().check(atMost(40)) });

const policyFor = (site: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${site}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

const routingWords = {
  'routing-missing': 'Enter the routing number.',
  'routing-length': 'A routing number has nine digits.',
  'routing-check': 'This is not a routing number. Check each digit.',
} as const;

const accountWords = {
  'account-number-missing': 'Enter the account number.',
  'account-number-length': 'An account number has 4 to 17 digits.',
  'account-number-characters': 'Enter digits only.',
} as const;

/** What is wrong, field by field. */
const checkTyped = ({ routingNumber, accountNumber }: z.output<typeof Typed>): Record<string, string> => {
  const routing = checkRoutingNumber(routingNumber);
  const account = checkAccountNumber(accountNumber);
  return { ...(routing && { routing: routingWords[routing] }), ...(account && { account: accountWords[account] }) };
};

interface Kept extends ResolvedToken {
  readonly until: number;
}

export const createVault = ({ isSite, now, root }: VaultOptions): Vault => {
  const kept = new Map<string, Kept>();
  const folder = join(root, 'demo', 'bank-fields');
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Cache-Control', 'no-store');
    c.header('Referrer-Policy', 'no-referrer');
  });
  app.get('/', async (c) => {
    const site = c.req.query('site') ?? '';
    if (!URL.canParse(site) || new URL(site).origin !== site || !isSite(site)) return c.text('These fields are not for this site.', 403);
    const page = await readFile(join(folder, 'fields.html'), 'utf8');
    return c.html(page, 200, { 'Content-Security-Policy': policyFor(site) });
  });
  app.get('/fields.css', async (c) => send(c, 'text/css', await readFile(join(folder, 'fields.css'), 'utf8')));
  app.get('/fields.js', async (c) => send(c, 'text/javascript', await compileScript(join(folder, 'fields.ts'))));
  app.post('/tokens', async (c) => {
    const typed = Typed.safeParse(await c.req.json<unknown>().catch(() => undefined));
    if (!typed.success) return c.json({ wrong: {} }, 422);
    const wrong = checkTyped(typed.data);
    if (Object.keys(wrong).length > 0) return c.json({ wrong }, 422);
    const token = `vault_${randomBytes(24).toString('base64url')}`;
    const accountNumber = bareDigits(typed.data.accountNumber);
    kept.set(token, { routingNumber: bareDigits(typed.data.routingNumber), accountNumber, bankName, until: now() + tokenMs });
    return c.json({ token, bankName, last4: accountNumber.slice(-4) }, 201);
  });
  return {
    app,
    resolve: (token) => {
      const found = kept.get(token);
      kept.delete(token);
      if (!found || found.until < now()) return Promise.resolve(undefined);
      const { until: _until, ...numbers } = found;
      return Promise.resolve(numbers);
    },
  };
};

const send = (c: Context, type: string, text: string): Response => c.body(text, 200, { 'Content-Type': `${type}; charset=utf-8` });
