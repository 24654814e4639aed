/**
 * The Bank accounts view, as the element sees it: takes what the person did, and shows the state it led to.
 * Reads, adds and removes through rooms of their own; knows nothing of paying.
 */
import type { Session } from '../api/index.js';
import type { BankSource } from '../client/bank-source.js';
import type { BankAccountsState, AccountNews } from '../domain/bank-accounts.js';
import { isOutcomeUnknown, type Fault } from '../domain/errors.js';
import { withoutNumbers, type NewAccountDraft } from '../domain/new-account.js';
import type { UserEvent } from '../domain/user-events.js';
import type { Emit } from '../events.js';
import type { AccountLine } from './account-entry.js';
import { AccountForm } from './account-form.js';
import { AccountList } from './account-list.js';
import { AccountRemoval } from './account-removal.js';
import type { Connection } from './connection.js';
import { KeptEntries } from './kept-entries.js';
import { reportFault } from './report.js';

export interface BankAccountsOptions {
  readonly bankSource: () => BankSource | undefined;
  readonly locale: () => string;
  readonly emit: Emit;
  readonly onChange: () => void;
  readonly onSignedOut: () => void;
  /** What the session allows, or who is signed in, is not as it was: it is read again. */
  readonly onMoved: () => Promise<void>;
}

/** Faults that say something of the session, not of an account. */
const ofSession: readonly Fault['code'][] = ['payer-changed', 'payments-off', 'forbidden'];

export class BankAccountsController {
  readonly #options: BankAccountsOptions;
  readonly #list: AccountList;
  readonly #form: AccountForm;
  readonly #removal: AccountRemoval;
  #line: AccountLine | undefined;
  readonly #kept = new KeptEntries<NewAccountDraft>();
  #isShown = false;
  #news: AccountNews | undefined;

  constructor(options: BankAccountsOptions) {
    this.#options = options;
    const { bankSource: source, locale, onChange } = options;
    const line = (): AccountLine | undefined => this.#line;
    const onFault = (fault: Fault): void => {
      if (fault.code !== 'unauthenticated') reportFault(options.emit, fault.code);
      this.#note(fault);
    };
    this.#list = new AccountList({ line, onChange, onFault });
    this.#form = new AccountForm({
      line,
      source,
      locale,
      onChange,
      report: (code) => reportFault(options.emit, code),
      onAdded: ({ account, isNew }) => this.#tell({ kind: isNew ? 'added' : 'known', account }),
      onStray: () => void this.refresh(),
      onFailed: ({ fault }) => this.#couldNotSave(fault),
    });
    this.#removal = new AccountRemoval({
      line,
      find: (id) => this.#list.state.accounts.find((account) => account.id === id),
      reread: () => this.#list.refresh(),
      onChange,
      onFault,
      onRemoved: (account) => {
        this.#list.drop(account.id);
        this.#tell({ kind: 'removed', account });
      },
    });
  }

  get state(): Omit<BankAccountsState, 'isOffline'> {
    return { ...this.#list.state, form: this.#form.state, removal: this.#removal.state, news: this.#news };
  }

  /** Whether an account is being entered: then the form has the screen to itself. */
  get isEntering(): boolean {
    return this.#isShown && this.#form.state !== undefined;
  }

  /** Somebody is signed in, on this connection: nothing of anybody else's stays. */
  begin(session: Session, connection: Connection | undefined): void {
    this.end();
    const kept = this.#kept.begin(session);
    const { payer } = session;
    this.#line = connection && { client: connection.client.forPayer(payer.id), environment: connection.environment };
    if (this.#isShown) this.#list.start();
    if (kept) this.#form.open(kept);
  }

  /** Nobody is. */
  end(): void {
    this.#kept.end(this.#form.state && withoutNumbers(this.#form.state.account));
    this.#leave();
    this.#list.reset();
    this.#line = undefined;
  }

  /** Whether what was typed waits for its payer. */
  get isKept(): boolean {
    return this.#kept.isThere;
  }

  forgetKept(): void {
    this.#kept.forget();
  }

  /** The view came on screen, or left it. */
  show(isShown: boolean): void {
    if (isShown === this.#isShown) return;
    this.#isShown = isShown;
    if (isShown) this.#list.start();
    else {
      this.#leave();
      this.#list.stop();
    }
  }

  #leave(): void {
    this.#form.close();
    this.#removal.forget();
    this.#news = undefined;
  }

  async refresh(): Promise<void> {
    if (this.#isShown) await this.#list.refresh();
  }

  forgetDigits(): void {
    this.#form.forget();
  }

  handle(event: UserEvent): void {
    switch (event.type) {
      case 'accountsRetried':
        void this.#list.refresh();
        return;
      case 'accountsTurned':
        this.#settle();
        this.#list.turn(event.to);
        return;
      case 'addAccountPressed':
        this.#settle();
        this.#form.open();
        return;
      case 'saveAccountPressed':
        void this.#form.save();
        return;
      case 'backPressed':
        this.#form.close();
        return;
      case 'fieldLeft':
        this.#form.leave(event.field);
        return;
      case 'removeAccountPressed':
        this.#news = undefined;
        this.#removal.ask(event.accountId);
        return;
      case 'removalConfirmed':
        void this.#removal.confirm();
        return;
      case 'removalDismissed':
        this.#removal.dismiss();
        return;
      default:
        this.#form.edit(event);
    }
  }

  /** Something else is done: what was asked or told before is over. */
  #settle(): void {
    this.#news = undefined;
    this.#removal.dismiss();
  }

  /** The list shows what became of the account, and is read again behind it. */
  #tell(news: AccountNews): void {
    this.#news = news;
    this.#options.onChange();
    void this.#list.refresh();
  }

  /** It may have arrived all the same: then the list has it. */
  #couldNotSave(fault: Fault): void {
    this.#note(fault);
    if (isOutcomeUnknown(fault)) void this.#list.refresh();
  }

  #note(fault: Fault): void {
    if (fault.code === 'unauthenticated') {
      this.#options.onSignedOut();
      return;
    }
    if (ofSession.includes(fault.code)) void this.#options.onMoved();
  }
}
