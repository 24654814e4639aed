/** Somebody signed in: reads what is theirs, and puts previews and payments together. Must not know what is right. */
import * as z from 'zod/mini';
import {
  BankAccountPage,
  Contract,
  ContractPage,
  InvoicePage,
  PaymentPage,
  Preview,
  Session,
  type BankAccount,
  type Invoice,
  type Payment,
  type PaymentRequest,
  type PreviewRequest,
} from '../api/index.js';
import { Caller, type CallOptions, type Wire } from './caller.js';
import { isOutdated } from './days.js';
import { isSuccess, titleOf, type Exchange } from './exchange.js';
import type { OperationId } from './operations.js';
import type { Outside } from './outside.js';
import { CannotGoOn } from './stop.js';

/** Longer lists are left to their first pages. */
const mostPages = 60;

/** The value of a success, or an end to the check: that the form is wrong is reported already. */
export const readForm = <Schema extends z.core.$ZodType>(exchange: Exchange, schema: Schema): z.output<Schema> => {
  const { status } = exchange.answer;
  if (!isSuccess(exchange)) throw new CannotGoOn(`${titleOf(exchange)} answered ${status === 0 ? 'nothing' : status}`);
  const parsed = z.safeParse(schema, exchange.json);
  if (!parsed.success) throw new CannotGoOn(`${titleOf(exchange)} answered in another form`);
  return parsed.data;
};

export interface Listed<Item> {
  readonly items: readonly Item[];
  /** False where there was more than was read. */
  readonly isWhole: boolean;
  /** One a page. */
  readonly exchanges: readonly Exchange[];
}

interface PageForm<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

interface KnownSession {
  readonly session: Session;
  /** By the kit's clock, which may be wrong: it only says how long ago that was. */
  readonly askedAt: Date;
}

export class Payer extends Caller {
  readonly #outside: Outside;
  #known: Promise<KnownSession> | undefined;

  constructor(wire: Wire, name: string, token?: string) {
    super(wire, name, token);
    this.#outside = wire.outside;
  }

  async #readSession(): Promise<KnownSession> {
    const askedAt = this.#outside.now();
    return { session: readForm(await this.call('getSession'), Session), askedAt };
  }

  #isOutdated({ session: { calendar, asOf }, askedAt }: KnownSession): boolean {
    const saidAt = new Date(asOf);
    return isOutdated(calendar, saidAt, new Date(saidAt.getTime() + this.#outside.now().getTime() - askedAt.getTime()));
  }

  /** Read once, and again when its days have passed: a run may go on over a cut-off, or over midnight. */
  async session(): Promise<Session> {
    this.#known ??= this.#readSession();
    const asked = this.#known;
    const known = await asked;
    if (!this.#isOutdated(known)) return known.session;
    // The first to find out reads it for all who wait. One that can't be read is asked for again by the next check.
    if (this.#known === asked) {
      this.#known = this.#readSession().catch((error: unknown) => {
        this.#known = asked;
        throw error;
      });
    }
    return (await this.#known).session;
  }

  /** Follows the cursors to the end, or to where a list goes round in circles. */
  async list<Item>(operation: OperationId, schema: z.core.$ZodType<PageForm<Item>>, options: CallOptions = {}): Promise<Listed<Item>> {
    const items: Item[] = [];
    const exchanges: Exchange[] = [];
    const seen = new Set<string>();
    let cursor: string | null = null;
    do {
      const exchange = await this.call(operation, { ...options, query: { ...options.query, ...(cursor !== null && { cursor }) } });
      const page: PageForm<Item> = readForm(exchange, schema);
      items.push(...page.items);
      exchanges.push(exchange);
      cursor = page.nextCursor;
      if (cursor !== null && seen.has(cursor)) return { items, exchanges, isWhole: true };
      if (cursor !== null) seen.add(cursor);
    } while (cursor !== null && exchanges.length < mostPages);
    return { items, exchanges, isWhole: cursor === null };
  }

  contracts(query: Readonly<Record<string, string | number>> = {}): Promise<Listed<Contract>> {
    return this.list<Contract>('listContracts', ContractPage, { query: { limit: 50, ...query } });
  }

  async contract(id: string): Promise<Contract> {
    return readForm(await this.call('getContract', { at: { contractId: id } }), Contract);
  }

  invoices(contractId: string, query: Readonly<Record<string, string | number>> = {}): Promise<Listed<Invoice>> {
    return this.list<Invoice>('listInvoices', InvoicePage, { at: { contractId }, query: { limit: 200, ...query } });
  }

  payments(query: Readonly<Record<string, string | number>> = {}): Promise<Listed<Payment>> {
    return this.list<Payment>('listPayments', PaymentPage, { query: { limit: 50, ...query } });
  }

  bankAccounts(query: Readonly<Record<string, string | number>> = {}): Promise<Listed<BankAccount>> {
    return this.list<BankAccount>('listBankAccounts', BankAccountPage, { query: { limit: 50, ...query } });
  }

  preview(request: unknown): Promise<Exchange> {
    return this.call('previewPayment', { json: request });
  }

  /** Previews and authorizes: what is left is to send it. */
  async prepare(request: PreviewRequest, key: string, acceptedAt: string): Promise<{ request: PaymentRequest; preview: Preview }> {
    const preview = readForm(await this.preview(request), Preview);
    const { id, sha256 } = preview.authorization;
    return { request: { ...request, idempotencyKey: key, authorization: { id, sha256, acceptedAt } }, preview };
  }

  pay(request: Readonly<Record<string, unknown>> & { readonly idempotencyKey: string }, options: CallOptions = {}): Promise<Exchange> {
    const headers = { 'idempotency-key': `"${request.idempotencyKey}"`, ...options.headers };
    return this.call('createPayment', { ...(options.raw === undefined && { json: request }), ...options, headers });
  }

  byKey(key: string): Promise<Exchange> {
    return this.call('getPaymentsByKey', { at: { key } });
  }

  voidKey(key: string): Promise<Exchange> {
    return this.call('voidKey', { at: { key } });
  }
}
