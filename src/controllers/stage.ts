/**
 * Where the payment stands, and the one way to move it: an event the table allows.
 * Shared by the flows that make a payment; knows nothing of either.
 */
import type { Contract, Session } from '../api/index.js';
import type { BankSource } from '../client/bank-source.js';
import type { PaymentState } from '../domain/payment.js';
import { step, type PaymentEvent } from '../domain/payment-machine.js';
import type { View } from '../domain/user-events.js';
import type { Emit } from '../events.js';
import type { Connection } from './connection.js';
import { readContracts } from './gather.js';
import type { PayerScope } from './payer-scope.js';

/** What the flows need of the element, read at call time. */
export interface PaymentOptions {
  readonly connection: () => Connection | undefined;
  readonly session: () => Session | undefined;
  readonly contract: (id: string) => Contract | undefined;
  readonly locale: () => string;
  /** The integrator's own bank fields, where there are any. */
  readonly bankSource?: (() => BankSource | undefined) | undefined;
  readonly emit: Emit;
  /** The view that the steps of paying stand in for. */
  readonly view: () => View;
  readonly onChange: () => void;
  /** Something was paid, refused or found out: what is shown is older than that. */
  readonly onMoved: () => Promise<void>;
  readonly onSignedOut: () => void;
}

export class Stage {
  readonly options: PaymentOptions;
  #state: PaymentState = { name: 'idle' };
  #scope: PayerScope | undefined;
  /** When the state was last entered from another one, by the environment's clock. */
  #enteredAt = 0;

  constructor(options: PaymentOptions) {
    this.options = options;
  }

  get state(): PaymentState {
    return this.#state;
  }

  get scope(): PayerScope | undefined {
    return this.#scope;
  }

  get enteredAt(): number {
    return this.#enteredAt;
  }

  /** Another payer, or none: whatever was on screen was not theirs. */
  rescope(scope: PayerScope | undefined): void {
    this.#scope = scope;
    this.#set({ name: 'idle' });
  }

  apply<Event extends PaymentEvent>(event: Event, next: Parameters<typeof step<Event>>[2]): void {
    const state = step(this.#state, event, next);
    if (state !== this.#state) this.#set(state);
  }

  /** The contracts that moved stand beside what the payer saw, once they have been read again. */
  async readMoved(): Promise<void> {
    const state = this.#state;
    if (state.name !== 'changed' || state.what === 'terms' || !this.#scope) return;
    const now = await readContracts(this.#scope.client, state.moved);
    const versions = new Map(state.items.map(({ contract }) => [contract.id, contract.version]));
    const isNews = now.some(({ id, version }) => versions.get(id) !== version);
    if (isNews && this.#state === state) this.apply('fetched', { ...state, now });
  }

  #set(state: PaymentState): void {
    const isEntered = state.name !== this.#state.name;
    this.#state = state;
    if (isEntered) {
      this.#enteredAt = this.#scope?.environment.now() ?? 0;
      this.options.emit('aspire-pay-view-change', { view: this.options.view(), step: state.name });
    }
    this.options.onChange();
  }
}
