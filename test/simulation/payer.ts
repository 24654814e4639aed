/**
 * A sensible payer in front of a page: what they want, what they conclude from the screen, and how they get to a press.
 * They pay again wherever nothing shows that they have paid, on any device, also while another page says *Checking*; they stop where
 * a page says *Accepted*, or where the balance has fallen by what they meant to pay; and where a page that shows a payment under way
 * asks them to go on all the same, they go on. Must not know what is stored.
 */
import type { Contract } from '../../src/api/index.js';
import { isAdditional } from '../../src/domain/draft.js';
import { withContracts } from '../../src/domain/draft-edits.js';
import { payFacts } from '../../src/domain/form-facts.js';
import type { PaymentState } from '../../src/domain/payment.js';
import { canary, contracts, type Person } from './people.js';
import type { Goal, How } from './script.js';
import type { Tab } from './tab.js';
import type { VirtualClock } from './virtual-clock.js';
import { Wishes, type Wish } from './wishes.js';

const patienceMs = 20_000;
/** A review this fresh takes no press yet. */
const lookMs = 600;
const mostMoves = 10;
/** On each of several contracts: less than is open, so that a second payment of it would be taken. */
const amountOfEach = '200.00';

type Changed = Extract<PaymentState, { name: 'changed' }>;

const isWaiting = (state: PaymentState): boolean =>
  state.name === 'previewing' || state.name === 'submitting' || (state.name === 'gathering' && state.fault === undefined);

/** What somebody is about to do in front of a page. */
interface Errand {
  readonly tab: Tab;
  readonly person: Person;
  readonly goal: Goal;
  readonly how: How;
}

export class Payer {
  readonly #clock: VirtualClock;
  readonly #wishes = new Wishes();
  /** What the press of a tab is for, by contract. */
  readonly wishesOf = new Map<Tab, ReadonlyMap<string, Wish>>();

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  /** Comes to a review of the contract, or of all of them, where that seems right. */
  async review(tab: Tab, goal: Goal, how: How): Promise<boolean> {
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
      if (!(await this.#move({ tab, person, goal, how }))) return false;
      if (tab.state === before) return false;
    }
    return false;
  }

  /** One move; whether there is another one to make. */
  async #move(errand: Errand): Promise<boolean> {
    const { tab } = errand;
    const { state } = tab;
    if (isWaiting(state)) return this.#clock.until(() => tab.state !== state, patienceMs);
    switch (state.name) {
      case 'idle':
        return errand.goal === 'all' ? this.#beginAll(errand) : this.#begin(errand, errand.goal);
      case 'warned':
        return this.#answerWarning(errand, state.contract);
      case 'editing':
        return this.#fillIn(errand);
      case 'changed':
        return this.#readChange(errand);
      case 'gathering':
      case 'accepted':
      case 'refused':
      case 'checking':
        tab.send({ type: 'donePressed' });
        return true;
      default:
        return false;
    }
  }

  #begin({ tab, person, how }: Errand, id: string): boolean {
    const shown = tab.contract(id);
    const wish = shown ? this.#wishes.open(person, shown) : this.#wishes.find(person, id);
    if (!wish || (wish.isDone && !how.inAddition)) return false;
    tab.send({ type: 'payPressed', contractId: id });
    // Beside a payment of one's own only what the page itself asks about is another wish.
    if (wish.isDone && tab.state.name !== 'warned') tab.send({ type: 'donePressed' });
    return tab.state.name !== 'idle';
  }

  /** *Pay all open charges*, where anything is still wanted. */
  #beginAll({ tab, person }: Errand): boolean {
    const wishes = contracts.flatMap((id) => {
      const shown = tab.contract(id);
      return shown ? [this.#wishes.open(person, shown)] : [];
    });
    if (wishes.every(({ isDone }) => isDone)) return false;
    tab.send({ type: 'payAllPressed', currency: 'USD' });
    return tab.state.name === 'gathering';
  }

  #answerWarning({ tab, person, how }: Errand, contract: Contract): boolean {
    const known = this.#wishes.find(person, contract.id);
    const wish = known?.isDone && how.inAddition ? this.#wishes.renew(person, contract) : this.#wishes.open(person, contract);
    tab.send({ type: wish.isDone ? 'donePressed' : 'additionPressed' });
    return !wish.isDone;
  }

  async #fillIn({ tab, person, how }: Errand): Promise<boolean> {
    const shown = (): PaymentState => tab.state;
    const isLoading = (state: PaymentState): boolean => state.name === 'editing' && state.accounts.status === 'loading';
    await this.#clock.until(() => !isLoading(shown()), patienceMs);
    const form = shown();
    if (form.name !== 'editing') return true;
    if (form.draft.scope === 'all') this.#fillInLines(tab, person);
    if (how.hasNewAccount) {
      tab.send({ type: 'accountChosen', accountId: 'new' });
      tab.send({ type: 'holderNameTyped', text: 'Ada Fern' });
      tab.send({ type: 'routingNumberTyped', text: canary.routingNumber });
      tab.send({ type: 'accountNumberTyped', text: canary.accountNumber });
    }
    tab.send({ type: 'reviewPressed' });
    if (shown().name === 'previewing') return true;
    // Nothing is left to pay, or it can't be paid: they give it up.
    tab.send({ type: 'donePressed' });
    return false;
  }

  /** What is done is taken out; of the others, a part. */
  #fillInLines(tab: Tab, person: Person): void {
    if (tab.state.name !== 'editing') return;
    for (const { contract } of tab.state.draft.lines) {
      const { id: contractId } = contract;
      if (this.#wishes.open(person, contract).isDone) tab.send({ type: 'lineRemoved', contractId });
      else tab.send({ type: 'otherAmountTyped', contractId, text: amountOfEach });
    }
  }

  async #readChange(errand: Errand): Promise<boolean> {
    const { tab, person } = errand;
    const read = (): Changed | undefined => (tab.state.name === 'changed' ? tab.state : undefined);
    await this.#clock.until(() => read()?.now !== undefined, patienceMs);
    const state = read();
    const { session } = tab.portal.portfolio;
    const [first] = state?.now ?? [];
    if (!state?.now || !first || !session) return false;
    const { canReview, isBeside } = payFacts(session, 'en-US').changed(state);
    if (isBeside && state.draft.scope === 'one') return this.#answerWarning(errand, first);
    const asked = canReview ? withContracts(state.draft, state.now, session).lines : [];
    for (const { contract } of asked) if (isAdditional(contract)) this.#wishes.believe(person, contract);
    const goesOn = canReview && !state.now.some((contract) => this.#wishes.open(person, contract).isDone);
    tab.send({ type: goesOn ? 'reviewPressed' : 'donePressed' });
    return goesOn;
  }

  /** Presses where a review is on screen; what is pressed for is remembered with the tab. */
  press(tab: Tab, clicks: number): void {
    const { state } = tab;
    if (state.name !== 'reviewing') return;
    const wishes = new Map<string, Wish>();
    for (const { contract } of state.reviewed.items) {
      const wish = this.#wishes.find(tab.payer, contract.id);
      // What is done is left alone, whatever still stands on some screen.
      if (!wish || wish.isDone) return;
      wishes.set(contract.id, wish);
    }
    this.wishesOf.set(tab, wishes);
    tab.press(clicks);
  }

  /** A page says that the payment is in: that is the end of the wish. */
  hearAccepted(tab: Tab, contract: string): void {
    const wish = this.#wishes.find(tab.payer, contract);
    if (wish) wish.isDone = true;
  }
}
