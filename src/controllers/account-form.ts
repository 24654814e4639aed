/**
 * The form in which an account is added on its own, from *Add bank account* until it is saved or left.
 * What is typed and how it is sent is the entry's; the list around it is not its business.
 */
import type { AccountFormState } from '../domain/bank-accounts.js';
import { emptyAccount, touchedAccountFields } from '../domain/new-account.js';
import type { FieldFault, FieldName } from '../domain/payment.js';
import type { UserEvent } from '../domain/user-events.js';
import { AccountEntry, type AccountEntryOptions, type AccountLine, type AddAnswer } from './account-entry.js';

export interface AccountFormOptions extends Omit<AccountEntryOptions, 'onForgotten'> {
  readonly line: () => AccountLine | undefined;
  readonly onChange: () => void;
  /** The endpoint has it. The form is closed by then. */
  readonly onAdded: (answer: Extract<AddAnswer, { kind: 'added' }>) => void;
  /** Saved by a press that an edit had ended, or its form was left. */
  readonly onStray: () => void;
  /** It could not be saved, or nobody knows. */
  readonly onFailed: (answer: Extract<AddAnswer, { kind: 'failed' }>) => void;
}

export class AccountForm {
  readonly #options: AccountFormOptions;
  readonly #entry: AccountEntry;
  #state: AccountFormState | undefined;
  /** The press that is being answered: an answer to an earlier one is nobody's. */
  #press: symbol | undefined;

  constructor(options: AccountFormOptions) {
    this.#options = options;
    const { source, locale, report } = options;
    this.#entry = new AccountEntry({ source, locale, report, onForgotten: () => this.#showMask() });
  }

  get state(): AccountFormState | undefined {
    return this.#state;
  }

  /** Empty, or with what had been typed before. */
  open(account = emptyAccount): void {
    if (this.#state) return;
    this.#set({ account, faults: [], attempts: 0, isSaving: false });
  }

  /** Whatever was typed is gone. */
  close(): void {
    if (!this.#state) return;
    // First, so that forgetting finds no form to show a mask in.
    this.#state = undefined;
    this.#press = undefined;
    this.#entry.forget();
    this.#options.onChange();
  }

  /** Digits and token leave memory; the rest of the form stays. */
  forget(): void {
    this.#entry.forget();
  }

  edit(event: UserEvent): void {
    const { environment } = this.#options.line() ?? {};
    const state = this.#state;
    if (!state || !environment || (state.isSaving && event.type === 'bankSourceReplaced')) return;
    const account = this.#entry.edit(state.account, event, environment);
    if (!account) return;
    const touched = touchedAccountFields(event);
    // Edited while it is being saved: the answer to what was typed before is nobody's.
    this.#press = undefined;
    this.#set({ ...state, account, isSaving: false, faults: state.faults.filter(({ field }) => !touched.includes(field)) });
  }

  /** A field was left: the account number is masked, and what is wrong with the field is said. */
  leave(field: FieldName): void {
    if (field === 'accountNumber') this.#showMask();
    const state = this.#state;
    if (!state || state.isSaving || !this.#entry.isFilled(field, state.account)) return;
    const others = state.faults.filter((fault) => fault.field !== field);
    this.#set({ ...state, faults: [...others, ...this.#entry.check(state.account).filter((fault) => fault.field === field)] });
  }

  #showMask(): void {
    if (this.#state) this.#set({ ...this.#state, account: this.#entry.masked(this.#state.account) });
  }

  /** Checks everything, then asks the endpoint. A second press while it answers asks nothing. */
  async save(): Promise<void> {
    const line = this.#options.line();
    const state = this.#state;
    if (!line || !state || state.isSaving) return;
    const account = this.#entry.masked(state.account);
    const faults = this.#entry.check(account);
    if (faults.length > 0) {
      this.#correct(faults);
      return;
    }
    const press = (this.#press = Symbol('press'));
    this.#set({ account, faults: [], attempts: state.attempts, isSaving: true });
    const answer = await this.#entry.add(account, line);
    if (this.#press === press) this.#show(answer);
    else if (answer.kind === 'added') this.#options.onStray();
  }

  #show(answer: AddAnswer): void {
    switch (answer.kind) {
      case 'added':
        this.close();
        this.#options.onAdded(answer);
        return;
      case 'corrections':
        this.#correct(answer.faults);
        return;
      case 'cancelled':
        if (this.#state) this.#set({ ...this.#state, isSaving: false });
        return;
      case 'failed':
        this.#correct([]);
        if (this.#state) this.#set({ ...this.#state, fault: answer.fault });
        this.#options.onFailed(answer);
    }
  }

  #correct(faults: readonly FieldFault[]): void {
    if (!this.#state) return;
    const { attempts } = this.#state;
    this.#set({ account: this.#entry.masked(this.#state.account), faults, attempts: attempts + 1, isSaving: false });
  }

  #set(state: AccountFormState): void {
    this.#state = state;
    this.#options.onChange();
  }
}
