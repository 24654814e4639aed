/**
 * From *Pay this contract* to a review: opens the form, keeps what is typed, checks it, asks for the preview.
 * Sends no payment.
 */
import type { Contract, Currency } from '../api/index.js';
import { canPay } from '../domain/contract.js';
import { checkDraft, draftItems, isAdditional, openDraft, openDraftOfAll } from '../domain/draft.js';
import { editDraft, touches } from '../domain/draft-edits.js';
import { isForm, type AccountsState, type Draft, type FieldFault, type FieldName, type Reviewed } from '../domain/payment.js';
import type { UserEvent } from '../domain/user-events.js';
import { AccountEntry } from './account-entry.js';
import { FormAccounts } from './form-accounts.js';
import { gatherPayable } from './gather.js';
import type { PayerScope } from './payer-scope.js';
import { reportFault } from './report.js';
import { requestReview, withSaved, type ReviewAnswer } from './review-request.js';
import type { Stage } from './stage.js';

/** A saved account is to be paid from, and which there are is not known yet. */
const awaitsAccounts = ({ draft, accounts }: { readonly draft: Draft; readonly accounts: AccountsState }): boolean =>
  accounts.status === 'loading' && draft.accountId !== 'new';

export class FormFlow {
  readonly #stage: Stage;
  readonly #entry: AccountEntry;
  readonly #saved: FormAccounts;

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#saved = new FormAccounts(stage, () => this.#showAccounts());
    const { bankSource, locale, emit } = stage.options;
    this.#entry = new AccountEntry({
      source: bankSource ?? ((): undefined => undefined),
      locale,
      report: (code) => reportFault(emit, code),
      onForgotten: () => this.#showMask(),
    });
  }

  get accounts(): AccountsState {
    return this.#saved.state;
  }

  open(contractId: string): void {
    const { session, contract: find } = this.#stage.options;
    const contract = find(contractId);
    const now = session();
    // Asked for in the middle of something else, nothing of that may be lost.
    if (this.#stage.state.name !== 'idle') return;
    if (!contract || !now || !canPay(contract, now)) return;
    if (isAdditional(contract)) this.#stage.apply('warned', { name: 'warned', contract });
    else this.#begin(contract, false);
  }

  /** With what was typed before the sign-in ended. */
  restore(draft: Draft): void {
    if (this.#stage.state.name === 'idle') this.#open(draft, 'opened', { isRestored: true });
  }

  /** Beside a payment in flight, as was just said. */
  openBeside(contract: Contract): void {
    this.#begin(contract, true);
  }

  #begin(contract: Contract, inAddition: boolean): void {
    const session = this.#stage.options.session();
    if (session) this.#open(openDraft(contract, session, inAddition), inAddition ? 'confirmed' : 'opened');
  }

  #open(draft: Draft, event: 'opened' | 'confirmed', more: { readonly isRestored?: true } = {}): void {
    this.forget();
    void this.loadAccounts();
    this.#stage.apply(event, { name: 'editing', draft, accounts: this.accounts, faults: [], attempts: 0, ...more });
  }

  /** *Pay all open charges*: reads what can be paid, then opens the form with all of it. */
  async openAll(currency: Currency, isChecked: (contractId: string) => boolean): Promise<void> {
    const { scope, options, state } = this.#stage;
    const session = options.session();
    if (!scope || !session || (state.name !== 'idle' && state.name !== 'gathering')) return;
    this.#stage.apply('gathered', { name: 'gathering', currency });
    const asked = this.#stage.state;
    const found = await gatherPayable({ client: scope.client, session, currency, isChecked });
    // Left meanwhile: this answer is nobody's.
    if (asked !== this.#stage.state) return;
    if (found.ok) this.#open(openDraftOfAll(found.value, session, currency), 'opened');
    else if (found.fault.code === 'unauthenticated') options.onSignedOut();
    else this.#stage.apply('gathered', { name: 'gathering', currency, fault: found.fault });
  }

  loadAccounts(): Promise<void> {
    return this.#saved.load();
  }

  /** Those that came, with the first that can be paid from where none was chosen. A review that was asked for before goes on. */
  #showAccounts(): void {
    const { state } = this.#stage;
    const { accounts } = this;
    const isAwaited = state.name === 'previewing' && awaitsAccounts(state) && accounts.status !== 'loading';
    if (state.name !== 'editing' && !isAwaited) return;
    const isFirst = state.draft.accountId === '' && accounts.status === 'ready';
    const draft = isFirst ? { ...state.draft, accountId: this.#saved.usable(state.draft.currency)[0]?.id ?? 'new' } : state.draft;
    const form = state.name === 'editing' ? state : ({ ...state, name: 'editing', faults: [] } as const);
    const faults = isFirst ? form.faults.filter(({ field }) => field !== 'account') : form.faults;
    this.#stage.apply('edited', { ...form, draft, accounts, faults });
    if (isAwaited) void this.review(draft);
  }

  edit(event: UserEvent): void {
    const { state, scope, options } = this.#stage;
    const session = options.session();
    if (!isForm(state) || !session || !scope) return;
    if (state.name === 'previewing' || this.#entry.isAdding) {
      // The source that is being asked answers for itself.
      if (event.type === 'bankSourceReplaced') return;
      if (event.type === 'accountChosen') this.#entry.abandon();
    }
    const newAccount = this.#entry.edit(state.draft.newAccount, event, scope.environment);
    const draft = newAccount ? { ...state.draft, newAccount } : editDraft(state.draft, event, session, options.locale());
    if (!draft) return;
    // Edited while a review is being prepared: the answer to what was typed before is nobody's.
    const form = state.name === 'editing' ? state : ({ ...state, name: 'editing', accounts: this.accounts, faults: [] } as const);
    this.#stage.apply('edited', { ...form, draft, faults: form.faults.filter((fault) => !touches(event, fault)) });
  }

  /** A field was left: the account number is masked, and what is wrong with the field is said. */
  leave(field: FieldName, contractId?: string): void {
    const { state } = this.#stage;
    if (state.name !== 'editing') return;
    if (field === 'accountNumber') this.#showMask();
    const now = this.#stage.state;
    if (now.name !== 'editing' || !this.#isFilled(field, now.draft, contractId)) return;
    const isIts = (fault: FieldFault): boolean => fault.field === field && fault.contractId === contractId;
    const faults = this.#check(now.draft).filter(isIts);
    this.#stage.apply('edited', { ...now, faults: [...now.faults.filter((fault) => !isIts(fault)), ...faults] });
  }

  /** An empty field that is merely passed by is no mistake yet. */
  #isFilled(field: FieldName, draft: Draft, contractId: string | undefined): boolean {
    if (field !== 'otherAmount') return this.#entry.isFilled(field, draft.newAccount);
    const line = contractId === undefined ? draft.lines[0] : draft.lines.find(({ contract }) => contract.id === contractId);
    return line !== undefined && line.otherAmount !== '';
  }

  #showMask(): void {
    const { state } = this.#stage;
    if (state.name !== 'editing') return;
    const newAccount = this.#entry.masked(state.draft.newAccount);
    this.#stage.apply('edited', { ...state, draft: { ...state.draft, newAccount } });
  }

  #check(draft: Draft): FieldFault[] {
    const { session: read, locale } = this.#stage.options;
    const session = read();
    if (!session) return [{ field: 'form', code: 'refused' }];
    const usableAccounts = this.accounts.status === 'loading' ? undefined : this.#saved.usable(draft.currency).map(({ id }) => id);
    return checkDraft(draft, { session, locale: locale(), checkAccount: (account) => this.#entry.check(account), usableAccounts });
  }

  /** Checks everything, then asks the endpoint, once the accounts are there. A second press while it answers finds no form to send. */
  async review(draft: Draft): Promise<void> {
    const { scope, options, state } = this.#stage;
    const session = options.session();
    if (!scope || !session) return;
    const masked = { ...draft, newAccount: this.#entry.masked(draft.newAccount) };
    const paid = draftItems(masked, session, options.locale());
    const faults = this.#check(masked);
    const attempts = state.name === 'editing' ? state.attempts : 0;
    if (faults.length > 0) {
      const next = { name: 'editing', draft: masked, accounts: this.accounts, faults, attempts: attempts + 1 } as const;
      this.#stage.apply(state.name === 'editing' ? 'edited' : 'reopened', next);
      return;
    }
    this.#stage.apply('reviewRequested', { name: 'previewing', draft: masked, accounts: this.accounts, attempts });
    const asked = this.#stage.state;
    if (awaitsAccounts({ draft: masked, accounts: this.accounts })) return;
    const answer = await requestReview({
      scope,
      draft: masked,
      paid,
      accounts: this.#saved.all,
      add: () => this.#entry.add(masked.newAccount, scope),
      locale: options.locale(),
    });
    if (asked === this.#stage.state) await this.#show(answer, masked, paid.items, scope);
    // Edited or left meanwhile, perhaps for another contract: this answer is nobody's, but an account it added is there.
    else if (masked.accountId === 'new') this.#list(answer, scope);
  }

  /** Digits may have been forgotten meanwhile: no mask stands for what isn't there. Where the payer thought better of it, nothing has changed. */
  #asNow(draft: Draft, kind: ReviewAnswer['kind']): Draft {
    return kind === 'cancelled' ? draft : { ...draft, newAccount: this.#entry.masked(draft.newAccount) };
  }

  /** An account the endpoint has taken is a saved one from now on. Whether there is one. */
  #list(answer: ReviewAnswer, scope: PayerScope): boolean {
    const account = answer.kind === 'reviewed' ? answer.reviewed.account : answer.account;
    if (account) this.#saved.add(account, scope);
    return account !== undefined;
  }

  async #show(answer: ReviewAnswer, draft: Draft, items: Reviewed['items'], scope: PayerScope): Promise<void> {
    // Its number is done with.
    if (draft.accountId === 'new' && this.#list(answer, scope)) this.forget();
    if (answer.kind === 'reviewed') {
      this.#stage.apply('previewed', { name: 'reviewing', reviewed: answer.reviewed, accounts: this.accounts, isTicked: false });
      return;
    }
    const kept = answer.account ? withSaved(draft, answer.account) : this.#asNow(draft, answer.kind);
    if (answer.kind === 'moved') {
      this.#stage.apply('balanceMoved', { name: 'changed', draft: kept, items, what: 'balance', moved: answer.moved });
      await Promise.all([this.#stage.options.onMoved(), this.#stage.readMoved()]);
      return;
    }
    const faults = answer.kind === 'corrections' ? answer.faults : [];
    const { state } = this.#stage;
    const attempts = (state.name === 'previewing' ? state.attempts : 0) + (answer.kind === 'cancelled' ? 0 : 1);
    const next = { name: 'editing', draft: kept, accounts: this.accounts, faults, attempts } as const;
    this.#stage.apply('previewRefused', answer.kind === 'failed' ? { ...next, fault: answer.fault } : next);
    if (answer.kind === 'failed' && answer.fault.code === 'unauthenticated') this.#stage.options.onSignedOut();
    else if (faults.some(({ field }) => field === 'date')) await this.#recheckDate();
  }

  /** A refused date means that the day or the cut-off has passed: the calendar is read again, and the next open day named in our words. */
  async #recheckDate(): Promise<void> {
    await this.#stage.options.onMoved();
    const { state } = this.#stage;
    if (state.name !== 'editing') return;
    const own = this.#check(state.draft).filter(({ field }) => field === 'date');
    if (own.length === 0) return;
    this.#stage.apply('edited', { ...state, faults: state.faults.map((fault) => (fault.field === 'date' ? (own[0] ?? fault) : fault)) });
  }

  forget(): void {
    this.#entry.forget();
  }
}
