/**
 * What happens beside the page while pictures are made: other payments, the back office, its settings. By plain requests, as anybody could.
 */
import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { BankAccountPage, ContractPage, PaymentResult, Preview, Session, type Payment } from '../../../src/api/index.js';
import { endpointPath } from '../../app.js';
import { Settings } from '../../back-office/settings.js';
import type { Studio } from './studio.js';

const Desk = z.object({ batches: z.array(z.object({ id: z.string(), status: z.string() })) });
const Records = z.object({ items: z.array(z.object({ id: z.string(), reference: z.string() })) });
const Mails = z.object({ items: z.array(z.object({ text: z.string() })) });

type SettingsChange = Partial<Omit<Settings, 'features'>> & { readonly features?: Partial<Settings['features']> };

export class LenderSide {
  readonly #address: string;
  readonly #now: () => Date;

  constructor({ demo, now }: Studio) {
    this.#address = demo.address;
    this.#now = now;
  }

  async #ask<Schema extends z.core.$ZodType>(schema: Schema, path: string, init: RequestInit = {}): Promise<z.output<Schema>> {
    const answer = await fetch(`${this.#address}${path}`, init);
    const said = await answer.text();
    if (!answer.ok) throw new Error(`${init.method ?? 'GET'} ${path} answered ${answer.status}: ${said}`);
    return z.parse(schema, JSON.parse(said));
  }

  #desk<Schema extends z.core.$ZodType>(schema: Schema, path: string, method = 'GET', body?: unknown): Promise<z.output<Schema>> {
    const headers = { 'Content-Type': 'application/json' };
    return this.#ask(schema, `/back-office/api${path}`, body === undefined ? {} : { method, headers, body: JSON.stringify(body) });
  }

  /** Pays an amount (what is due unless named) on a contract, as the element would. */
  async pay(payerId: string, contractNumber: string, value?: number): Promise<Payment> {
    const headers = { Authorization: `Bearer demo-${payerId}`, 'Content-Type': 'application/json' };
    const get = <Schema extends z.core.$ZodType>(schema: Schema, path: string) => this.#ask(schema, `${endpointPath}${path}`, { headers });
    const post = <Schema extends z.core.$ZodType>(schema: Schema, path: string, body: unknown, more = {}) =>
      this.#ask(schema, `${endpointPath}${path}`, { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(body) });
    const { calendar } = await get(Session, '/session');
    const contract = (await get(ContractPage, '/contracts')).items.find(({ number }) => number === contractNumber);
    const account = (await get(BankAccountPage, '/bank-accounts')).items.find(({ status }) => status === 'usable');
    if (!contract || !account) throw new Error(`${payerId} has no contract ${contractNumber}, or no account.`);
    const amount = value === undefined ? contract.totals.due : { value, currency: contract.currency };
    const items = [{ contractId: contract.id, contractVersion: contract.version, amount }];
    const body = { items, date: calendar.earliestDate, accountId: account.id, locale: 'en-US' };
    const { id, sha256 } = (await post(Preview, '/payments/preview', body)).authorization;
    const key = randomUUID();
    const authorization = { id, sha256, acceptedAt: this.#now().toISOString() };
    const sent = { ...body, idempotencyKey: key, authorization };
    const [payment] = (await post(PaymentResult, '/payments', sent, { 'Idempotency-Key': `"${key}"` })).payments;
    if (!payment) throw new Error('No payment came back.');
    return payment;
  }

  /** *Run EFT generation* over a range of due dates. */
  async generate(from: string, to: string): Promise<void> {
    await this.#desk(z.unknown(), '/generations', 'POST', { from, to });
  }

  /** *Post batch*, for each that is open. */
  async postBatches(): Promise<void> {
    const { batches } = await this.#desk(Desk, '/desk');
    for (const { id, status } of batches) if (status === 'open') await this.#desk(z.unknown(), `/batches/${id}/post`, 'POST', {});
  }

  async returnPayment(reference: string, code: string): Promise<void> {
    const record = (await this.#desk(Records, '/alternate-efts')).items.find((one) => one.reference === reference);
    if (!record) throw new Error(`The back office has no record of ${reference}.`);
    await this.#desk(z.unknown(), `/alternate-efts/${record.id}/return`, 'POST', { code });
  }

  async change(change: SettingsChange): Promise<void> {
    const settings = await this.#desk(Settings, '/settings');
    const features = { ...settings.features, ...change.features };
    await this.#desk(z.unknown(), '/settings', 'PUT', { ...settings, ...change, features });
  }

  async setFault(fault: string | null): Promise<void> {
    await this.#desk(z.unknown(), '/faults', 'PUT', { fault });
  }

  /** The six digits of the newest mail. */
  async readCode(): Promise<string> {
    const [newest] = (await this.#desk(Mails, '/mails')).items;
    const code = /\b\d{6}\b/.exec(newest?.text ?? '')?.[0];
    if (code === undefined) throw new Error('No mail with a code was sent.');
    return code;
  }
}
