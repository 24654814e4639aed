/**
 * From *Authorize payment* to one of four results, and the payments whose outcome is still being asked for.
 * Nothing is shown as paid before the endpoint said it; nothing as not paid before the key is void.
 */
import type { Outcome } from '../client/submission.js';
import type { Refusal } from '../client/verdict.js';
import type { PaymentState, ReviewNotice, Reviewed } from '../domain/payment.js';
import type { OpenEntry } from '../domain/portfolio.js';
import type { Receipt } from '../domain/receipt.js';
import { movedContracts, refusedFields } from '../domain/refused-fields.js';
import type { ItemDetail } from '../events.js';
import { EntryWatcher } from './entry-watcher.js';
import type { FormFlow } from './form-flow.js';
import type { PayerScope } from './payer-scope.js';
import { makePress, whyNot } from './press.js';
import type { Stage } from './stage.js';

const itemsOf = (entry: OpenEntry): ItemDetail[] =>
  entry.contracts.map(({ id, number, amount }) => ({ contractId: id, contractNumber: number, amount }));

/** What was reviewed, and in which language. */
interface Made {
  readonly reviewed: Reviewed;
  readonly locale: string;
}

/** What was authorized, for the receipt; gone with the form, where the outcome was found out after a reload. */
const receiptOf = ({ pressedAt }: OpenEntry, made: Made | undefined): Pick<Receipt, 'authorization'> =>
  made ? { authorization: { text: made.reviewed.preview.authorization.text, locale: made.locale, acceptedAt: pressedAt } } : {};

const stateOf = ({ journal }: PayerScope, entry: OpenEntry): Extract<PaymentState, { name: 'checking' }> =>
  journal.lasts(entry.key) ? { name: 'checking', entry } : { name: 'checking', entry, isOnlyHere: true };

/** Whether there is nothing left to find out. */
const isEnd = (outcome: Outcome): boolean => outcome.kind === 'accepted' || outcome.kind === 'not-paid';

export class PressFlow {
  readonly #stage: Stage;
  readonly #form: FormFlow;
  readonly #watcher: EntryWatcher;
  /** Set in the press itself, before anything is awaited: key repeat and double click fall on it. */
  #isPressed = false;
  /** Ends that came while the payer was in the middle of something else. The journal holds them until they are told: the page may go first. */
  readonly #ends: { readonly scope: PayerScope; readonly entry: OpenEntry; readonly outcome: Outcome }[] = [];
  /** Keys whose end the payer was told. */
  readonly #told = new Set<string>();

  constructor(stage: Stage, form: FormFlow) {
    this.#stage = stage;
    this.#form = form;
    this.#watcher = new EntryWatcher({
      onAsked: (entry) => this.#noteAsked(entry),
      onSettled: (scope, entry, outcome) => void this.#settled(scope, entry, outcome),
    });
  }

  /** Payments of this payer whose outcome is not known. */
  get entries(): readonly OpenEntry[] {
    return this.#watcher.entries;
  }

  /** Another payer: their open payments are taken up, the others wait unseen. The oldest is on screen at once, unless something else is. */
  adopt(scope: PayerScope | undefined, isShown = true): void {
    this.#watcher.stop();
    this.#ends.length = 0;
    this.#isPressed = false;
    if (!scope) return;
    this.#watcher.adopt(scope);
    const [oldest] = this.#watcher.entries;
    if (oldest && isShown) this.show(oldest.key);
  }

  /** What is known of one open payment. */
  show(key: string): void {
    const entry = this.entries.find((open) => open.key === key);
    const { scope } = this.#stage;
    if (entry && scope) this.#stage.apply('entryFound', stateOf(scope, entry));
  }

  tick(isOn: boolean): void {
    const { state } = this.#stage;
    if (state.name !== 'reviewing') return;
    const { reviewed, accounts } = state;
    this.#stage.apply('reviewEdited', { name: 'reviewing', reviewed, accounts, isTicked: isOn });
  }

  authorize(isTrusted: boolean): void {
    const { state, scope, options, enteredAt } = this.#stage;
    if (this.#isPressed || state.name !== 'reviewing' || !scope) return;
    const notice = whyNot(state, { isTrusted, drawnAt: enteredAt, environment: scope.environment });
    if (notice) {
      this.#hold(notice);
      return;
    }
    this.#isPressed = true;
    const { reviewed } = state;
    const press = makePress(reviewed, scope.environment);
    const detail = { items: itemsOf(press.entry), date: press.entry.date, accountId: reviewed.account.id, last4: reviewed.account.last4 };
    const isHeld = !options.emit('aspire-pay-submit', detail);
    // A listener may also have taken the review off the screen: what isn't shown isn't paid.
    if (isHeld || this.#stage.state !== state) {
      this.#isPressed = false;
      this.#hold('held-by-page');
      return;
    }
    this.#stage.apply('authorized', { name: 'submitting', reviewed, accounts: state.accounts });
    void this.#send(scope, press, reviewed);
  }

  /** The review stays, with a sentence why nothing was sent. Said again when pressed again. */
  #hold(notice: ReviewNotice): void {
    const { state } = this.#stage;
    if (state.name === 'reviewing') this.#stage.apply('reviewEdited', { ...state, notice });
  }

  async #send(scope: PayerScope, { entry, body }: ReturnType<typeof makePress>, reviewed: Reviewed): Promise<void> {
    const outcome = await scope.submission.submit(entry, body);
    // Somebody else is on screen by now, or another endpoint: it ended where it began, and is told when its payer is back.
    if (scope !== this.#stage.scope) {
      if (isEnd(outcome) && !this.#told.has(entry.key)) scope.journal.write(entry);
      return;
    }
    this.#isPressed = false;
    if (outcome.kind === 'elsewhere') this.#backToReview();
    else if (outcome.kind === 'checking') this.#keepChecking(scope, entry);
    else await this.#end(scope, entry, outcome, { reviewed, locale: body.locale });
  }

  #backToReview(): void {
    const { state } = this.#stage;
    if (state.name !== 'submitting') return;
    const { reviewed, accounts } = state;
    this.#stage.apply('held', { name: 'reviewing', reviewed, accounts, isTicked: true, notice: 'paid-in-another-tab' });
  }

  #keepChecking(scope: PayerScope, entry: OpenEntry): void {
    this.#watcher.watch(scope, entry, true);
    this.#stage.options.emit('aspire-pay-unknown', { key: entry.key, items: itemsOf(entry) });
    this.#form.forget();
    this.#stage.apply('unsettled', stateOf(scope, entry));
  }

  /** Shows how a payment ended, and has the list read again. `made` is there while its form still is. */
  async #end(scope: PayerScope, entry: OpenEntry, outcome: Outcome, made?: Made): Promise<void> {
    const { options } = this.#stage;
    if (isEnd(outcome)) this.#told.add(entry.key);
    switch (outcome.kind) {
      case 'accepted':
        this.#tellAccepted(outcome);
        this.#stage.apply('accepted', {
          name: 'accepted',
          payments: outcome.payments,
          pressedAt: entry.pressedAt,
          ...receiptOf(entry, made),
        });
        break;
      case 'not-paid':
        this.#showNotPaid(entry, outcome.refusal, made?.reviewed);
        break;
      case 'signed-out':
        this.#stage.apply('dropped', { name: 'idle' });
        options.onSignedOut();
        return;
      case 'payer-changed':
      case 'checking':
      case 'elsewhere':
        // It stays under watch until another payer's scope takes over; perhaps the same one is back at once.
        this.#watcher.watch(scope, entry, true);
        this.#stage.apply('dropped', { name: 'idle' });
    }
    await Promise.all([options.onMoved(), this.#stage.readMoved()]);
  }

  #tellAccepted(outcome: Extract<Outcome, { kind: 'accepted' }>): void {
    const payments = outcome.payments.map(({ id, contractId, contractNumber, amount, status, reference }) => ({
      id,
      contractId,
      contractNumber,
      amount,
      status,
      reference,
    }));
    this.#stage.options.emit('aspire-pay-submitted', { payments });
    if (this.#stage.state.name === 'submitting') this.#form.forget();
  }

  #showNotPaid(entry: OpenEntry, refusal: Refusal | undefined, reviewed: Reviewed | undefined): void {
    const { apply, options } = { apply: this.#stage.apply.bind(this.#stage), options: this.#stage.options };
    const hasMoved = refusal !== undefined && refusal.cause !== 'other';
    options.emit('aspire-pay-refused', { key: entry.key, items: itemsOf(entry), code: hasMoved ? 'changed' : refusal?.fault.code });
    if (reviewed && refusal && refusal.cause !== 'other') {
      const { draft, items } = reviewed;
      apply('moved', { name: 'changed', draft, items, what: refusal.cause, moved: movedContracts(refusal.errors, draft) });
      return;
    }
    const faults = reviewed && refusal ? refusedFields(refusal.errors, reviewed.draft) : [];
    if (reviewed && refusal && faults.length > 0) {
      apply('corrected', {
        name: 'editing',
        draft: reviewed.draft,
        accounts: this.#form.accounts,
        faults,
        attempts: 1,
        fault: refusal.fault,
      });
      return;
    }
    apply('refused', { name: 'refused', entry, faults, ...(reviewed ? { reviewed } : {}), ...(refusal ? { fault: refusal.fault } : {}) });
  }

  #noteAsked(entry: OpenEntry): void {
    const { state, scope } = this.#stage;
    if (state.name !== 'checking' || state.entry.key !== entry.key || !scope) return;
    this.#stage.apply('asked', { ...state, lastAskedAt: new Date(scope.environment.now()).toISOString() });
  }

  async #settled(scope: PayerScope, entry: OpenEntry, outcome: Outcome): Promise<void> {
    const { state, options } = this.#stage;
    const isShown = state.name === 'checking' && state.entry.key === entry.key;
    if (!isShown && outcome.kind === 'signed-out') {
      options.onSignedOut();
      return;
    }
    if (!isShown && state.name !== 'idle') {
      if (isEnd(outcome)) this.#keepEnd(scope, entry, outcome);
      else this.#watcher.watch(scope, entry, true);
      await options.onMoved();
      return;
    }
    if (!isShown && isEnd(outcome)) this.#stage.apply('entryFound', stateOf(scope, entry));
    await this.#end(scope, entry, outcome);
  }

  #keepEnd(scope: PayerScope, entry: OpenEntry, outcome: Outcome): void {
    scope.journal.write(entry);
    this.#ends.push({ scope, entry, outcome });
  }

  /** Back on the list: what ended meanwhile is told now. */
  tellWaiting(): void {
    const next = this.#stage.state.name === 'idle' ? this.#ends.shift() : undefined;
    if (!next) return;
    next.scope.journal.remove(next.entry.key);
    void this.#settled(next.scope, next.entry, next.outcome);
  }
}
