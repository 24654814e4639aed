/**
 * A payer who looks at the payments made so far, without what is drawn. Everything else of the page is the payer's own.
 * Must not know which test it is for.
 */
import type { Payment } from '../../src/api/index.js';
import type { ShownHistory } from '../../src/domain/history.js';
import { accounts, contracts, signIn } from './endpoint.js';
import { makePayments } from './past-payments.js';
import { PayerPage } from './payer-page.js';

export const cancelPath = /^\/payments\/[^/]+\/cancel$/;

export class HistoryPage extends PayerPage {
  /** Payments of a few dollars on the contract that is past due, made elsewhere before; the newest first. */
  make(count = 1): Promise<Payment[]> {
    const before = (): Promise<void> => this.endpoint.clock.advance(1_000);
    const terms = { contractId: contracts.pastDue, accountId: accounts.checking, value: 1_000, before };
    return makePayments(signIn(this.endpoint, this.tab.environment), count, terms);
  }

  /** One payment, made before. */
  async makeOne(): Promise<Payment> {
    const [payment] = await this.make();
    if (!payment) throw new Error('No payment was made.');
    return payment;
  }

  /** What is on screen. */
  get shown(): ShownHistory {
    const { history } = this.portal;
    if (!history) throw new Error('The payments are not on screen.');
    return history;
  }

  until(isDone: (shown: ShownHistory) => boolean, what: string): Promise<void> {
    return this.endpoint.clock.until(() => isDone(this.shown), what);
  }

  async open(): Promise<void> {
    this.portal.choose('payments');
    await this.see();
    await this.until(({ status }) => status !== 'loading', 'the payments');
  }

  /** How often they were asked for. */
  get readings(): number {
    return this.tab.wire.sent.filter(({ method, path }) => method === 'GET' && path.startsWith('/payments')).length;
  }

  /** Requests to cancel that left the page. */
  get cancels(): number {
    return this.tab.wire.sent.filter(({ path }) => cancelPath.test(path)).length;
  }

  askToCancel({ id }: Payment): void {
    this.send({ type: 'cancelPressed', paymentId: id }, { type: 'cancelConfirmed' });
  }

  /** Asks, and waits for the answer and for what is read after it. */
  async cancel(payment: Payment): Promise<void> {
    this.askToCancel(payment);
    await this.until(({ cancel }) => cancel?.step !== 'sending', 'the answer');
    await this.endpoint.clock.quiet();
  }
}
