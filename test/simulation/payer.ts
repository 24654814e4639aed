/**
 * A sensible payer in front of a page: what they want, what they conclude from the screen, and how they get to a press.
 * They pay again wherever nothing shows that they have paid, on any device, also while another page says *Checking*;
 * they stop where a page says *Accepted*, or where the balance has fallen by what they meant to pay. Must not know what is stored.
 */
import type { Contract } from '../../src/api/index.js';
import { remaining } from '../../src/domain/contract.js';
import type { PaymentState } from '../../src/domain/payment.js';
import { canary, type ContractId, type Person } from './people.js';
import type { How } from './script.js';
import type { Tab } from './tab.js';
import type { VirtualClock } from './virtual-clock.js';

/** What somebody wants to happen once. */
export interface Wish {
  readonly person: Person;
  readonly contract: ContractId;
  /** Open and not under way when they began, in minor units. */
  readonly left: number;
  isDone: boolean;
}

const patienceMs = 20_000;
/** A review this fresh takes no press yet. */
const lookMs = 600;
const mostMoves = 10;

const leftOf = (contract: Contract): number => remaining(contract).open.value;

/** Whether the screen shows that it has been paid: there is less left than there was. */
const isPaidBy = (contract: Contract, wish: Wish): boolean => leftOf(contract) < wish.left;

const isWaiting = ({ name }: PaymentState): boolean => name === 'previewing' || name === 'submitting';

export class Payer {
  readonly #clock: VirtualClock;
  readonly #wishes = new Map<string, Wish>();
  /** What the press of a tab is for. */
  readonly wishOf = new Map<Tab, Wish>();

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  /** Comes to a review of the contract where that seems right. */
  async review(tab: Tab, contract: ContractId, how: How): Promise<boolean> {
    await this.#clock.until(() => tab.isReady, patienceMs);
    for (let move = 0; move < mostMoves; move += 1) {
      const person = tab.payer as Person | undefined;
      if (!tab.isReady || person === undefined || tab.isGone) return false;
      const before = tab.state;
      if (before.name === 'reviewing') {
        await this.#clock.advance(lookMs);
        tab.send({ type: 'authorizationTicked', isOn: true });
        return tab.state.name === 'reviewing';
      }
      if (!(await this.#move(tab, this.#wish(tab, person, contract, how), how))) return false;
      if (tab.state === before) return false;
    }
    return false;
  }

  #wish(tab: Tab, person: Person, contract: ContractId, how: How): Wish | undefined {
    const name = `${person} ${contract}`;
    const known = this.#wishes.get(name);
    const shown = tab.contract(contract);
    if (known && !(known.isDone && how.inAddition && tab.state.name === 'warned')) return known;
    if (!shown) return undefined;
    const wish = { person, contract, left: leftOf(shown), isDone: false };
    this.#wishes.set(name, wish);
    return wish;
  }

  /** One move; whether there is another one to make. */
  async #move(tab: Tab, wish: Wish | undefined, how: How): Promise<boolean> {
    const { state } = tab;
    if (isWaiting(state)) return this.#clock.until(() => tab.state !== state, patienceMs);
    if (!wish) return false;
    switch (state.name) {
      case 'idle':
        return this.#begin(tab, wish, how);
      case 'warned':
        return this.#answerWarning(tab, state.contract, wish);
      case 'editing':
        return this.#fillIn(tab, how);
      case 'changed':
        return this.#readChange(tab, wish);
      case 'accepted':
      case 'refused':
      case 'checking':
        tab.send({ type: 'donePressed' });
        return true;
      default:
        return false;
    }
  }

  #begin(tab: Tab, wish: Wish, how: How): boolean {
    const shown = tab.contract(wish.contract);
    if (shown && isPaidBy(shown, wish)) wish.isDone = true;
    if (wish.isDone && !how.inAddition) return false;
    tab.send({ type: 'payPressed', contractId: wish.contract });
    // Beside a payment of one's own only what the page itself asks about is another wish.
    if (wish.isDone && tab.state.name !== 'warned') tab.send({ type: 'donePressed' });
    return tab.state.name !== 'idle';
  }

  #answerWarning(tab: Tab, contract: Contract, wish: Wish): boolean {
    if (isPaidBy(contract, wish)) wish.isDone = true;
    tab.send({ type: wish.isDone ? 'donePressed' : 'additionPressed' });
    return !wish.isDone;
  }

  async #fillIn(tab: Tab, how: How): Promise<boolean> {
    const shown = (): PaymentState => tab.state;
    const isLoading = (state: PaymentState): boolean => state.name === 'editing' && state.accounts.status === 'loading';
    await this.#clock.until(() => !isLoading(shown()), patienceMs);
    if (shown().name !== 'editing') return true;
    if (how.hasNewAccount) {
      tab.send({ type: 'accountChosen', accountId: 'new' });
      tab.send({ type: 'holderNameTyped', text: 'Ada Fern' });
      tab.send({ type: 'routingNumberTyped', text: canary.routingNumber });
      tab.send({ type: 'accountNumberTyped', text: canary.accountNumber });
    }
    tab.send({ type: 'reviewPressed' });
    return shown().name === 'previewing';
  }

  async #readChange(tab: Tab, wish: Wish): Promise<boolean> {
    const read = (): Extract<PaymentState, { name: 'changed' }> | undefined => (tab.state.name === 'changed' ? tab.state : undefined);
    await this.#clock.until(() => read()?.now !== undefined, patienceMs);
    const now = read()?.now?.[0];
    if (!now) return false;
    if (isPaidBy(now, wish)) wish.isDone = true;
    tab.send({ type: wish.isDone ? 'donePressed' : 'reviewPressed' });
    return !wish.isDone;
  }

  /** Presses where a review is on screen; what is pressed for is remembered with the tab. */
  press(tab: Tab, clicks: number): void {
    const { state } = tab;
    if (state.name !== 'reviewing') return;
    const [line] = state.reviewed.items;
    if (!line) return;
    const { contract } = line;
    const wish = this.#wishes.get(`${tab.payer ?? ''} ${contract.id}`);
    // What is done is left alone, whatever still stands on some screen.
    if (!wish || wish.isDone) return;
    this.wishOf.set(tab, wish);
    tab.press(clicks);
  }

  /** A page says that the payment is in: that is the end of the wish. */
  hearAccepted(tab: Tab, contract: string): void {
    const wish = this.#wishes.get(`${tab.payer ?? ''} ${contract}`);
    if (wish) wish.isDone = true;
  }
}
