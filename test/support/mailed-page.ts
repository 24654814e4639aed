/**
 * A page without a sign-in of its own, and the person in front of it who reads the endpoint's mail.
 * Must not know which test it is for.
 */
import { expect, vi } from 'vitest';
import type { SignInEvent } from '../../src/domain/user-events.js';
import type { Endpoint } from './endpoint.js';
import { PayerPage } from './payer-page.js';

type DetailEvent = Extract<SignInEvent, { type: 'detailTyped' }>;

export const rosa = {
  firstName: 'Rosa',
  lastName: 'Lind',
  email: 'rosa@bluebird.example',
  postalCode: '55401',
  contractNumber: 'EL-1001',
} as const;

export class MailedPage extends PayerPage {
  /** Mails read so far, by whoever reads them. */
  static #read = new WeakMap<Endpoint, number>();

  constructor(endpoint: Endpoint) {
    super(endpoint);
    this.hasCallback = false;
  }

  /** The code of the next mail, which follows its answer; empty where that mail holds none. */
  async codeMailed(): Promise<string> {
    const { mailbox } = this.endpoint.world;
    const read = (MailedPage.#read.get(this.endpoint) ?? 0) + 1;
    MailedPage.#read.set(this.endpoint, read);
    await vi.waitFor(() => expect(mailbox.list().length).toBeGreaterThanOrEqual(read), 10_000);
    return /\b\d{6}\b/.exec(mailbox.list()[0]?.text ?? '')?.[0] ?? '';
  }

  type(details: Partial<Record<DetailEvent['field'], string>>): void {
    for (const [field, text] of Object.entries(details)) {
      this.send({ type: 'detailTyped', field: field as DetailEvent['field'], text });
    }
  }

  async askToRegister(change: Partial<Record<DetailEvent['field'], string>> = {}): Promise<void> {
    this.send({ type: 'registerPressed' });
    this.type({ ...rosa, ...change });
    this.send({ type: 'detailsGiven' });
    await this.endpoint.clock.quiet();
  }

  async give(code: string): Promise<void> {
    this.send({ type: 'codeTyped', text: code }, { type: 'codeGiven' });
    await this.endpoint.clock.quiet();
  }

  /** In, as somebody new. */
  async register(change: Partial<Record<DetailEvent['field'], string>> = {}): Promise<void> {
    await this.askToRegister(change);
    await this.give(await this.codeMailed());
    expect(this.portfolio.status).toBe('ready');
  }

  /** In, as somebody registered. */
  async signIn(email: string = rosa.email): Promise<void> {
    this.send({ type: 'emailSignInPressed' });
    this.type({ email });
    this.send({ type: 'detailsGiven' });
    await this.endpoint.clock.quiet();
    await this.give(await this.codeMailed());
    await this.endpoint.clock.quiet();
  }
}
