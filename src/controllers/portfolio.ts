/**
 * Reads: the session and a page of contracts, kept fresh and kept on screen when a refresh fails.
 * Never writes, and knows nothing of how a payment is made.
 */
import type { ReactiveControllerHost } from 'lit';
import type { Contract, Session } from '../api/index.js';
import type { ContractList, Result } from '../client/client.js';
import { isOutcomeUnknown, type FaultCode, type Fault } from '../domain/errors.js';
import { emptyPortfolio, isBroken, type ContractQuery, type PortfolioState } from '../domain/portfolio.js';
import type { Emit } from '../events.js';
import type { Connection } from './connection.js';
import { InvoicePager } from './invoice-pager.js';
import { PageTrail } from './page-trail.js';
import { poll } from './poll.js';
import { asList, asPublic, joinReading, readLender } from './reading.js';
import { reportFault } from './report.js';

/** With up to ten invoices each, at most two hundred rows are drawn. */
export const contractsPerPage = 20;

export interface PortfolioOptions {
  readonly connection: () => Connection | undefined;
  /** Only this contract, where the integrator named one. */
  readonly contractId: () => string | undefined;
  /** Whether somebody is in the middle of registering or signing in by a mailed code. */
  readonly isSigningIn: () => boolean;
  readonly emit: Emit;
  /** The session is there, for the first time or for another payer. */
  readonly onPayer: (session: Session) => void;
  /** The session was read, again or for the first time. */
  readonly onSession: (session: Session) => void;
  /** Who is signed in is not known any more: what ends from now on would be shown to nobody. */
  readonly onNobody: () => void;
}

type Patch = { -readonly [Key in keyof PortfolioState]?: PortfolioState[Key] | undefined };

export class PortfolioController {
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  readonly #options: PortfolioOptions;
  #state = emptyPortfolio;
  readonly #trail = new PageTrail();
  readonly #pager = new InvoicePager(() => {
    this.#update({ windows: this.#pager.windows });
  });
  #reading: AbortController | undefined;
  #latest = Promise.resolve();
  #alive: AbortController | undefined;

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>, options: PortfolioOptions) {
    this.#host = host;
    this.#options = options;
  }

  get state(): PortfolioState {
    return this.#state;
  }

  #update(patch: Patch): void {
    const merged = { ...this.#state, ...patch };
    this.#state = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as unknown as PortfolioState;
    this.#host.requestUpdate();
  }

  /** Starts reading, and keeps up with the endpoint until stopped. */
  start(): void {
    const { environment } = this.#options.connection() ?? {};
    if (!environment || this.#alive) return;
    const alive = (this.#alive = new AbortController());
    const stop = environment.onWake(() => {
      const isOffline = !environment.isOnline();
      if (isOffline !== this.#state.isOffline) this.#update({ isOffline });
      if (!isOffline) void this.refresh();
    });
    alive.signal.addEventListener('abort', stop);
    void poll(environment, alive.signal, () => (this.#state.status === 'ready' ? this.refresh() : Promise.resolve()));
    void this.refresh();
  }

  stop(): void {
    this.#alive?.abort();
    this.#alive = undefined;
    this.#reading?.abort();
  }

  /** Forgets everything: another endpoint, or another person. */
  reset(): void {
    this.stop();
    this.#trail.reset();
    this.#pager.clear();
    this.#state = emptyPortfolio;
    this.#host.requestUpdate();
  }

  /** Reads session and contracts again. Resolves when the newest data is there, also where another reading overtook this one. */
  async refresh(): Promise<void> {
    this.#latest = this.#read(false);
    await this.#endOf(this.#latest);
  }

  async #endOf(reading: Promise<void>): Promise<void> {
    await reading;
    if (this.#latest !== reading) await this.#endOf(this.#latest);
  }

  /** In parallel. What is shown stays until the new data is there. */
  async #read(isRetry: boolean): Promise<void> {
    const connection = this.#options.connection();
    if (!connection) return;
    this.#reading?.abort();
    const { signal } = (this.#reading = new AbortController());
    this.#update({ isRefreshing: true, isOffline: !connection.environment.isOnline() });
    // Without a callback the questions leave at once, before anything is drawn.
    if (connection.hasCallback && !(await connection.signIn())) {
      if (!signal.aborted) await this.#showSignedOut(connection, signal);
      return;
    }
    const reading = joinReading(...(await Promise.all([connection.client.session(signal), this.#readList(connection, signal)])));
    // Reading is one task, drawing another: what is pressed in between is answered.
    await connection.environment.wait(0);
    if (signal.aborted) return;
    this.#update({ isRefreshing: false });
    switch (reading.kind) {
      case 'read':
        if (this.#isAnother(reading.session.payer.id)) this.#forgetPayer();
        this.#show(reading.session, reading.list, connection);
        return;
      case 'payer-changed':
        this.#forgetPayer();
        // Asked again without a name.
        return isRetry ? this.#fail({ code: 'payer-changed' }, connection, signal) : this.#read(true);
      case 'failed':
        if (reading.payerId !== undefined && this.#isAnother(reading.payerId)) this.#forgetPayer();
        return this.#fail(reading.fault, connection, signal, reading.payerId !== undefined);
    }
  }

  #isAnother(payerId: string): boolean {
    const { session } = this.#state;
    return session !== undefined && session.payer.id !== payerId;
  }

  #readList(connection: Connection, signal: AbortSignal): Promise<Result<ContractList>> {
    const payer = this.#state.session?.payer.id;
    const client = payer === undefined ? connection.client : connection.client.forPayer(payer);
    const contractId = this.#options.contractId();
    if (contractId !== undefined) return client.contract(contractId, signal).then(asList);
    return client.contracts(this.#state.query, this.#trail.cursor, contractsPerPage, signal);
  }

  #show(session: Session, list: ContractList, { environment }: Connection): void {
    const isFirst = this.#state.status !== 'ready' || this.#state.session?.payer.id !== session.payer.id;
    this.#trail.arrive(list.nextCursor);
    this.#update({
      status: 'ready',
      session,
      contracts: list.items,
      windows: this.#pager.keep(this.#state.contracts, list.items),
      total: list.total,
      totals: list.totals,
      // A query that is changed is read anew, and this reading ended.
      listed: this.#state.query,
      isNamed: this.#options.contractId() !== undefined,
      asOf: list.asOf,
      offset: this.#trail.index * contractsPerPage,
      hasNext: list.nextCursor !== null,
      // An answer that was under way when the line went says nothing of the line.
      isOffline: !environment.isOnline(),
      isStale: false,
      fault: undefined,
    });
    if (isFirst) this.#options.onPayer(session);
    this.#options.onSession(session);
    if (isFirst) this.#options.emit('aspire-pay-ready', { lenderId: session.lender.id, payerId: session.payer.id, contracts: list.total });
  }

  #forgetPayer(): void {
    this.#trail.reset();
    this.#pager.clear();
    this.#state = emptyPortfolio;
    this.#options.onNobody();
  }

  async #fail(fault: Fault, connection: Connection, signal: AbortSignal, isSomebody = false): Promise<void> {
    this.#trail.retreat();
    if (fault.code === 'unauthenticated') return this.#showSignedOut(connection, signal);
    const { status } = this.#state;
    const hasData = status === 'ready';
    // The line says nothing of who is signed in: whoever is waiting for a code must find its form as it was.
    const isNobody = !isSomebody && !connection.hasToken && isOutcomeUnknown(fault);
    const isOut = status === 'signed-out' && isNobody && this.#options.isSigningIn();
    const next = hasData || isOut ? status : 'failed';
    this.#update({ status: next, isStale: hasData, isOffline: !connection.environment.isOnline(), fault: isOut ? undefined : fault });
    reportFault(this.#options.emit, fault.code);
  }

  async #showSignedOut(connection: Connection, signal: AbortSignal): Promise<void> {
    const { session } = this.#state;
    connection.disown();
    // Whoever looks elsewhere for a code must find the form as it was.
    if (this.#state.status !== 'signed-out') this.#forgetPayer();
    const lender = session ? asPublic(session) : readLender(await connection.client.lender(signal));
    if (signal.aborted) return;
    this.#update({ status: 'signed-out', isRefreshing: false, lender });
    this.#options.emit('aspire-pay-auth-required', {});
  }

  /** There is no endpoint to ask. */
  refuse(code: FaultCode): void {
    this.#update({ status: 'failed', fault: { code } });
    reportFault(this.#options.emit, code);
  }

  /** Something else that was asked says nobody is signed in. A session being read just then is read again: somebody may have come in since. */
  signedOut(): void {
    const connection = this.#options.connection();
    const isDoubtful = this.#state.isRefreshing;
    this.#reading?.abort();
    // Whoever signs in while the lender is still being asked for is not signed out by its answer.
    const { signal } = (this.#reading = new AbortController());
    if (!connection) return;
    void this.#showSignedOut(connection, signal).then(() => (isDoubtful && !signal.aborted ? this.refresh() : undefined));
  }

  /** Shows the list by another search, order or status, from its first page. */
  ask(query: Partial<ContractQuery>): void {
    this.#trail.reset();
    this.#update({ query: { ...this.#state.query, ...query } });
    void this.refresh();
  }

  turn(to: 'next' | 'previous'): void {
    if (this.#trail.turn(to)) void this.refresh();
  }

  /** Another page of one contract's invoices. */
  async turnInvoices(contractId: string, to: 'next' | 'previous'): Promise<void> {
    const contract = this.contract(contractId);
    const client = this.#options.connection()?.client;
    const payer = this.#state.session?.payer.id;
    if (contract && client && payer !== undefined) await this.#pager.turn(contract, to, client.forPayer(payer));
  }

  /** A whole contract on the page shown. */
  contract(id: string): Contract | undefined {
    return this.#state.contracts.find((line): line is Contract => line.id === id && !isBroken(line));
  }
}
