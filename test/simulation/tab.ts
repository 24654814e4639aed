/**
 * A page with the element on it, without what is drawn: the shipped portal as the element has it, in a simulated browser.
 * Tells whatever is shown and told to the checks. Must not know why somebody acts.
 */
import type { Environment, KeyValueStore } from '../../src/client/environment.js';
import { createMemoryStore } from '../../src/client/environment.js';
import { Connection } from '../../src/controllers/connection.js';
import { createPayerScope } from '../../src/controllers/payer-scope.js';
import { Portal } from '../../src/controllers/portal.js';
import { makePress } from '../../src/controllers/press.js';
import type { Contract } from '../../src/api/index.js';
import type { PaymentState } from '../../src/domain/payment.js';
import { isBroken } from '../../src/domain/portfolio.js';
import type { UserEvent } from '../../src/domain/user-events.js';
import type { AspirePayEventMap, AspirePayEventName, Emit } from '../../src/events.js';
import { here } from '../../src/journeys/script.js';
import type { Browser } from './browser.js';
import type { Chance } from './chance.js';
import type { Fate } from './fates.js';
import type { ContractId } from './people.js';
import type { Off } from './protections.js';
import type { VirtualClock } from './virtual-clock.js';
import { base, isProtocol, type SentPayment, type Wire } from './wire.js';

export interface TabParts {
  readonly clock: VirtualClock;
  readonly chance: Chance;
  readonly wire: Wire;
  readonly off: Off;
  readonly onEvent: <Name extends AspirePayEventName>(tab: Tab, name: Name, detail: AspirePayEventMap[Name]['detail']) => void;
  readonly onSent: (tab: Tab, payment: SentPayment) => void;
  readonly onState: (tab: Tab, state: PaymentState) => void;
  /** Whatever is handed to a store, also what is taken out again later. */
  readonly onWrite: (text: string) => void;
}

/** Tells what is written before it is. */
export const watch = (store: KeyValueStore, onWrite: (text: string) => void): KeyValueStore => ({
  ...store,
  set: (key, value) => {
    onWrite(`${key} ${value}`);
    store.set(key, value);
  },
});

export class Tab {
  readonly browser: Browser;
  isGone = false;
  /** What befalls the next requests of a payment. */
  fates: Fate[] = [];
  /** What befalls the next other requests: lists, previews, accounts. */
  readFates: Fate[] = [];
  readonly stores: readonly KeyValueStore[];
  readonly portal: Portal;
  readonly environment: Environment;
  readonly #parts: TabParts;
  readonly #session: KeyValueStore;
  #shown: PaymentState = { name: 'idle' };
  #connection: Connection | undefined;
  readonly #wakers = new Set<() => void>();

  /** `reloaded` is the page that stood in the same tab before. */
  constructor(browser: Browser, parts: TabParts, only: ContractId | undefined, reloaded?: Tab) {
    this.browser = browser;
    this.#parts = parts;
    this.#session = reloaded ? reloaded.#session : browser.sessionStorage();
    this.stores = [browser.storage, this.#session, createMemoryStore()].map((store) => watch(store, parts.onWrite));
    this.environment = this.#createEnvironment();
    const emit: Emit = (name, detail) => {
      if (!this.isGone) parts.onEvent(this, name, detail);
      return true;
    };
    this.portal = new Portal({ contractId: () => only, locale: () => 'en-US', emit, onChange: () => this.#draw() });
    this.portal.equip(here);
    this.#open();
  }

  #createEnvironment(): Environment {
    const { browser } = this;
    const { clock, chance, wire, off } = this.#parts;
    return {
      transport: wire.transport(browser, this, {
        next: (path) => (isProtocol(path) ? this.fates : this.readFates).shift(),
        onSent: (payment) => this.#parts.onSent(this, payment),
      }),
      now: () => clock.now + browser.skewMs,
      wait: (ms, signal) => this.#wait(ms, signal),
      random: chance.next,
      uuid: chance.uuid,
      stores: this.stores,
      withLock: off.has('lock') ? undefined : browser.locks.for(this),
      isOnline: () => browser.isOnline,
      // Nobody looks at a page that no step of the script is about; `wake` is how somebody looks again.
      isVisible: () => false,
      whenStaying: () => Promise.resolve(),
      onWake: (listener) => {
        this.#wakers.add(listener);
        return () => this.#wakers.delete(listener);
      },
    };
  }

  #wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) {
        resolve();
        return;
      }
      const finish = (): void => {
        stop();
        signal?.removeEventListener('abort', finish);
        if (!this.isGone) resolve();
      };
      const stop = this.#parts.clock.after(ms, finish, true);
      signal?.addEventListener('abort', finish, { once: true });
    });
  }

  #open(): void {
    const { browser } = this;
    const getToken = browser.hasCookies ? undefined : (): Promise<string> => Promise.resolve(browser.token());
    this.#connection = new Connection({
      base,
      environment: this.environment,
      credentials: 'same-origin',
      getToken: () => getToken,
      emit: () => true,
    });
    this.portal.connect(this.#connection);
  }

  #draw(): void {
    const { state } = this;
    if (this.isGone || state === this.#shown) return;
    this.#shown = state;
    this.#parts.onState(this, state);
  }

  /** Whose page it is, by its own session. */
  get payer(): string | undefined {
    return this.portal.portfolio.session?.payer.id;
  }

  get isReady(): boolean {
    return this.portal.portfolio.status === 'ready';
  }

  get state(): PaymentState {
    return this.portal.payment;
  }

  /** A whole contract on the page. */
  contract(id: string): Contract | undefined {
    return this.portal.portfolio.contracts.find((line): line is Contract => line.id === id && !isBroken(line));
  }

  send(event: UserEvent): void {
    this.portal.handle(event);
  }

  /** Clicks on *Authorize payment*, all in one task. */
  press(times: number): void {
    const { state } = this;
    const isGuarded = !this.#parts.off.has('press guard');
    for (let click = 0; click < times; click += 1) {
      if (isGuarded) this.send({ type: 'authorizePressed', isTrusted: true });
      else this.#pressUnguarded(state);
    }
  }

  /** Each click goes past the flow that guards it, straight to a submission. */
  #pressUnguarded(state: PaymentState): void {
    const { session } = this.portal.portfolio;
    if (state.name !== 'reviewing' || !session || !this.#connection) return;
    const { submission, environment } = createPayerScope(this.#connection, session, () => undefined);
    const { entry, body } = makePress(state.reviewed, environment);
    void submission.submit(entry, body);
  }

  /** Somebody looks at the page again, or the line is back. */
  wake(): void {
    for (const wake of [...this.#wakers]) wake();
  }

  /** The page is gone with everything in its memory. What it sent is on its way. */
  close(): void {
    this.isGone = true;
  }
}
