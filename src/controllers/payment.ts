/**
 * Paying, as the element sees it: takes what the person did, and shows the state it led to.
 * Which flow answers is decided here and nowhere else.
 */
import type { Session } from '../api/index.js';
import { mustAsk } from '../domain/draft.js';
import { inAddition, withContracts } from '../domain/draft-edits.js';
import { draftToKeep } from '../domain/kept-draft.js';
import type { Draft, FieldFault, PaymentState } from '../domain/payment.js';
import type { OpenEntry } from '../domain/portfolio.js';
import type { UserEvent } from '../domain/user-events.js';
import { FormFlow } from './form-flow.js';
import { KeptEntries, readRestored } from './kept-entries.js';
import { createPayerScope } from './payer-scope.js';
import { PressFlow } from './press-flow.js';
import { reportFault } from './report.js';
import { Stage, type PaymentOptions } from './stage.js';

/** One contract, on which a payment went in flight meanwhile: only *Pay in addition* leads back to it. */
const isUnsaid = ({ scope, lines }: Draft): boolean => scope === 'one' && lines.some(mustAsk);

export class PaymentController {
  readonly #stage: Stage;
  readonly #form: FormFlow;
  readonly #press: PressFlow;
  readonly #kept = new KeptEntries<Draft>();

  constructor(options: PaymentOptions) {
    this.#stage = new Stage(options);
    this.#form = new FormFlow(this.#stage);
    this.#press = new PressFlow(this.#stage, this.#form);
  }

  get state(): PaymentState {
    return this.#stage.state;
  }

  /** Payments of this payer whose outcome is not known; their contracts can't be paid. */
  get checking(): readonly OpenEntry[] {
    return this.#press.entries;
  }

  /** Somebody is signed in, on this connection. Open payments of theirs are settled before anything else, and shown unless told otherwise. */
  begin(session: Session, isShown = true): void {
    const connection = this.#stage.options.connection();
    const scope = connection && createPayerScope(connection, session, (code) => reportFault(this.#stage.options.emit, code));
    this.#form.forget();
    this.#stage.rescope(scope);
    this.#press.adopt(scope, isShown);
    const kept = this.#kept.begin(session);
    if (kept) void this.#giveBack(kept, session);
  }

  /** What was typed before the sign-in ended, unless something else is on screen by then. */
  async #giveBack(kept: Draft, session: Session): Promise<void> {
    const { scope } = this.#stage;
    const draft = scope && (await readRestored(scope.client, kept, session));
    const isFree = draft?.lines.every(({ contract }) => !this.#isBeingChecked(contract.id));
    if (draft && isFree && scope === this.#stage.scope) this.#form.restore(draft);
  }

  /** Whether what was typed waits for its payer. */
  get isKept(): boolean {
    return this.#kept.isThere;
  }

  forgetKept(): void {
    this.#kept.forget();
  }

  /** Nobody is; or the element has left the page. What was sent goes on by itself. */
  end(): void {
    this.#kept.end(draftToKeep(this.state));
    this.#form.forget();
    this.#stage.rescope(undefined);
    this.#press.adopt(undefined);
  }

  /** Bank digits leave memory; the rest of the form stays. */
  forgetDigits(): void {
    this.#form.forget();
  }

  handle(event: UserEvent): void {
    switch (event.type) {
      case 'payPressed':
        if (!this.#isBeingChecked(event.contractId)) this.#form.open(event.contractId);
        return;
      case 'payAllPressed':
        void this.#form.openAll(event.currency, (id) => this.#isBeingChecked(id));
        return;
      case 'checkingOpened':
        this.#press.show(event.key);
        return;
      case 'additionPressed':
        this.#confirmAddition();
        return;
      case 'accountsRetried':
        void this.#form.loadAccounts();
        return;
      case 'fieldLeft':
        this.#form.leave(event.field, event.contractId);
        return;
      case 'reviewPressed':
        this.#review();
        return;
      case 'authorizationTicked':
        this.#press.tick(event.isOn);
        return;
      case 'authorizePressed':
        this.#press.authorize(event.isTrusted);
        return;
      case 'backPressed':
        this.#back();
        return;
      case 'donePressed':
        this.#close();
        return;
      default:
        this.#form.edit(event);
    }
  }

  #isBeingChecked(contractId: string): boolean {
    return this.checking.some(({ contracts }) => contracts.some(({ id }) => id === contractId));
  }

  #review(): void {
    const { state } = this;
    if (state.name === 'editing') void this.#form.review(state.draft);
    if (state.name !== 'changed') return;
    const draft = this.#draftNow(state);
    if (!isUnsaid(draft)) void this.#form.review(draft);
  }

  #confirmAddition(): void {
    const { state } = this;
    if (state.name === 'warned') this.#form.openBeside(state.contract);
    if (state.name === 'changed') this.#reopen('confirmed', inAddition(this.#draftNow(state)));
  }

  /** With what is to be corrected, where that is why the form is back. */
  #reopen(event: 'confirmed' | 'reopened' | 'backed', draft: Draft, faults?: readonly FieldFault[]): void {
    const attempts = faults ? 1 : 0;
    this.#stage.apply(event, { name: 'editing', draft, accounts: this.#form.accounts, faults: faults ?? [], attempts });
  }

  /** With its contracts as they are now, as far as they could be read. */
  #draftNow({ draft, now, moved }: Extract<PaymentState, { name: 'changed' }>): Draft {
    const { session: read, contract: find } = this.#stage.options;
    const session = read();
    const contracts = now ?? moved.flatMap((id) => find(id) ?? []);
    return session ? withContracts(draft, contracts, session) : draft;
  }

  #back(): void {
    const { state } = this;
    switch (state.name) {
      case 'reviewing':
        return this.#reopen('backed', state.reviewed.draft);
      case 'changed':
        return this.#backFromChange(this.#draftNow(state));
      case 'refused':
        return state.reviewed ? this.#reopen('reopened', state.reviewed.draft, state.faults) : this.#close();
      default:
        return this.#close();
    }
  }

  #backFromChange(draft: Draft): void {
    if (isUnsaid(draft)) this.#close();
    else this.#reopen('reopened', draft);
  }

  #close(): void {
    this.#form.forget();
    this.#stage.apply('closed', { name: 'idle' });
    this.#press.tellWaiting();
  }
}
