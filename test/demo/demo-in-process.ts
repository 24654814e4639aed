/** The demo's app over a store of its own, and a payer who pays by plain requests. For tests of what the demo adds to the endpoint. */
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import * as z from 'zod/mini';
import { createDemo, endpointPath } from '../../demo/app.js';
import { createMailbox, type Mailbox } from '../../demo/back-office/mailbox.js';
import { createEndpoint, type EndpointDeps } from '../../demo/endpoint/app.js';
import { parsePortfolio } from '../../demo/endpoint/portfolio-file.js';
import type { PortfolioInput } from '../../demo/endpoint/portfolio.js';
import { seedPortfolio } from '../../demo/endpoint/seed.js';
import { openStore, type StoreOptions } from '../../demo/endpoint/store/open.js';
import { createFaults } from '../../demo/faults.js';
import { buildPortfolio } from '../../demo/portfolio/build-portfolio.js';
import { BankAccountPage, ContractPage, PaymentResult, Preview, Session, type Payment } from '../../src/api/index.js';
import { languages } from '../../src/domain/language.js';
import { endpointDeps } from '../support/endpoint-deps.js';

export const root = resolve(import.meta.dirname, '../..');

/** A Monday, ten in the morning in Minneapolis. */
export const monday = new Date('2026-11-23T16:00:00Z');

export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

export interface DemoInProcess {
  /** A path of the demo, asked for under one of this machine's names. */
  readonly request: Ask;
  readonly deps: EndpointDeps;
  readonly mailbox: Mailbox;
  readonly setNow: (now: Date) => void;
  readonly close: () => Promise<void>;
}

export const createDemoInProcess = async (
  portfolio: PortfolioInput = buildPortfolio('2026-11-23'),
  place: StoreOptions = { dataFolder: ':memory:' },
): Promise<DemoInProcess> => {
  let moment = monday;
  const store = await openStore(place);
  const mailbox = createMailbox();
  const deps = endpointDeps(store, { now: () => moment, scheduleSeconds: 5, mail: mailbox.send });
  await seedPortfolio(store, parsePortfolio(portfolio), deps);
  const payers = [{ id: 'somebody', name: 'Somebody', person: 'Some Body', token: 'demo-somebody' }];
  const scripts = ['aspire-pay.iife.js', ...languages.filter((name) => name !== 'en').map((name) => `locales/${name}.iife.js`)];
  const element = new Map(scripts.map((name) => [`/${name}`, '/* the element, or words for it */']));
  const app = createDemo({
    endpoint: createEndpoint(deps),
    eft: deps,
    faults: createFaults(),
    mailbox,
    payers,
    element,
    root,
    bankFieldsPort: 8081,
    isLocalOnly: true,
  });
  return {
    request: async (path, init) => app.request(new URL(path, 'http://127.0.0.1:8080'), init),
    deps,
    mailbox,
    setNow: (now) => {
      moment = now;
    },
    close: () => store.close(),
  };
};

const parseAnswer = async <Schema extends z.core.$ZodType>(schema: Schema, answer: Response): Promise<z.output<Schema>> => {
  const text = await answer.text();
  if (!answer.ok) throw new Error(`The endpoint answered ${answer.status}: ${text}`);
  return z.parse(schema, JSON.parse(text));
};

/** Pays what is due on the contract from the payer's first usable account, as the element would: preview, then payment. */
export const payDue = async (ask: Ask, payerId: string, contractNumber: string): Promise<Payment> => {
  const headers = { Authorization: `Bearer demo-${payerId}`, 'Content-Type': 'application/json' };
  const get = async <Schema extends z.core.$ZodType>(schema: Schema, path: string) =>
    parseAnswer(schema, await ask(`${endpointPath}${path}`, { headers }));
  const { calendar } = await get(Session, '/session');
  const contract = (await get(ContractPage, '/contracts')).items.find(({ number }) => number === contractNumber);
  const account = (await get(BankAccountPage, '/bank-accounts')).items.find(({ status }) => status === 'usable');
  if (!contract || !account) throw new Error(`${payerId} has no contract ${contractNumber}, or no account to pay from.`);
  const body = {
    items: [{ contractId: contract.id, contractVersion: contract.version, amount: contract.totals.due }],
    date: calendar.earliestDate,
    accountId: account.id,
    locale: 'en-US',
  };
  const preview = await parseAnswer(
    Preview,
    await ask(`${endpointPath}/payments/preview`, { method: 'POST', headers, body: JSON.stringify(body) }),
  );
  const idempotencyKey = randomUUID();
  const { id, sha256 } = preview.authorization;
  const answer = await ask(`${endpointPath}/payments`, {
    method: 'POST',
    headers: { ...headers, 'Idempotency-Key': `"${idempotencyKey}"` },
    body: JSON.stringify({ ...body, idempotencyKey, authorization: { id, sha256, acceptedAt: new Date().toISOString() } }),
  });
  const [payment] = (await parseAnswer(PaymentResult, answer)).payments;
  if (!payment) throw new Error('The endpoint accepted no payment.');
  return payment;
};
