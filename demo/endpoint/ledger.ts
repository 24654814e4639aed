/**
 * The payment's transaction: the key claimed, versions replaced, payments and Alternate EFT records written, all or nothing.
 */
import { setTimeout as rest } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { PaymentRequest, PaymentResult } from '../../src/api/index.js';
import { requireAuthorization } from './authorization.js';
import { daysAt, expectedDebitDate } from './calendar.js';
import type { EndpointDeps } from './deps.js';
import { newId, newReference, newVersion } from './ids.js';
import type { Who } from './middleware/who.js';
import { ProblemError } from './problems.js';
import { readLender } from './store/lender.js';
import { writePayments } from './store/new-payments.js';
import { claimKey, findKey, type Claim, type KeyRow } from './store/payment-keys.js';
import { paymentsOf, toPayment, type KeyScope } from './store/payments.js';
import type { Database, NewRow, PaymentRow } from './store/schema.js';
import { claimSubmitted } from './store/submitted.js';
import { write, type Trx } from './store/transactions.js';
import {
  contractChanged,
  idsOf,
  readSubmission,
  requireCurrentVersions,
  requireForm,
  requirePayments,
  type Submission,
} from './submission.js';
import { requireTerms } from './terms.js';

export interface Accepted {
  readonly result: PaymentResult;
  readonly isReplay: boolean;
}

const voided = (): ProblemError => new ProblemError('voided', 'This payment was called off before it was made. Nothing was paid.');

/** The payments of a key as they are now. */
const readResult = async (db: Kysely<Database>, scope: KeyScope, now: Date): Promise<PaymentResult> => {
  const settings = await readLender(db, scope.lenderId);
  return { key: scope.key, payments: (await paymentsOf(db, scope)).map((row) => toPayment(row, { settings, now })) };
};

/** What a key that is taken answers: a replay as things are now, or a refusal. */
const answerKnownKey = async (
  db: Kysely<Database>,
  scope: KeyScope,
  known: KeyRow,
  { bodyHash, now }: { bodyHash: string; now: Date },
): Promise<Accepted> => {
  if (known.state === 'voided') throw voided();
  if (known.body_hash !== bodyHash) throw new ProblemError('key-reused', 'This key was used for another payment.');
  return { result: await readResult(db, scope, now), isReplay: true };
};

/** Looked up before any other check; undefined for a key not seen so far. */
export const findAccepted = async ({ store, now }: EndpointDeps, scope: KeyScope, bodyHash: string): Promise<Accepted | undefined> => {
  const known = await findKey(store.db, scope);
  // A key that is taken never changes again.
  return known && answerKnownKey(store.db, scope, known, { bodyHash, now: now() });
};

interface Entry {
  readonly deps: EndpointDeps;
  readonly who: Who;
  readonly scope: KeyScope;
  readonly request: PaymentRequest;
  readonly submission: Submission;
  readonly text: string;
  readonly sha256: string;
  readonly debitDate: string;
  readonly now: Date;
}

const paymentRows = ({ deps, who, scope, request, submission, text, sha256, debitDate, now }: Entry): PaymentRow[] =>
  submission.items.map(({ contract, amount, currency }, position) => ({
    id: newId(deps.random, 'pay'),
    lender_id: scope.lenderId,
    payer_id: scope.payerId,
    key: scope.key,
    position,
    contract_id: contract.id,
    contract_number: contract.number,
    amount_value: amount,
    currency,
    date: submission.date,
    expected_debit_date: debitDate,
    status: 'pending',
    status_reason_code: null,
    status_reason_text: null,
    account_id: submission.account.id,
    account_label: submission.account.label,
    reference: newReference(deps.random),
    created_at: now.toISOString(),
    updated_at: now.toISOString(),
    authorization_text: text,
    authorization_sha256: sha256,
    authorization_locale: request.locale,
    // To the millisecond: a fraction of a second may be as long as anybody likes, and would be stored as it came.
    authorization_accepted_at: new Date(request.authorization.acceptedAt).toISOString(),
    authorized_at: now.toISOString(),
    person_name: who.personName,
    person_email: who.personEmail,
  }));

/** On the contract, never on an invoice: the back office's own rules decide where the cash goes. */
const eftRow = (payment: PaymentRow, { deps, submission: { account } }: Entry): NewRow<'alternate_efts'> => ({
  id: newId(deps.random, 'eft'),
  payment_id: payment.id,
  payment_reference: payment.reference,
  contract_id: payment.contract_id,
  contract_number: payment.contract_number,
  amount_value: payment.amount_value,
  currency: payment.currency,
  due_date: payment.date,
  sec_code: account.holder_type === 'business' ? 'CCD' : 'WEB',
  account_reference: account.id,
  account_last4: account.last4,
  payments: 1,
  payments_processed: 0,
  status: 'pending',
  created_at: payment.created_at,
  batch_id: null,
});

const record = async (trx: Trx, entry: Entry): Promise<PaymentRow[]> => {
  const { deps, submission } = entry;
  const versions = submission.items.map(({ contract }) => ({ contract, version: newVersion(deps.random) }));
  const payments = paymentRows(entry);
  const records = payments.map((payment) => eftRow(payment, entry));
  const replaced = await writePayments(trx, deps.store.dialect, { versions, payments, records });
  const stale = versions.flatMap(({ contract }, index) => (replaced.has(contract.id) ? [] : [index]));
  // Rolls back all of it.
  if (stale.length > 0) throw contractChanged(stale);
  return payments;
};

/** The whole payment. Any refusal rolls the claim of the key back with everything else. */
export const makePayment = (
  deps: EndpointDeps,
  who: Who,
  { scope, bodyHash, request }: { readonly scope: KeyScope; readonly bodyHash: string; readonly request: PaymentRequest },
): Promise<Accepted> =>
  write(deps.store, async (trx) => {
    const claim: Claim = { state: 'accepted', bodyHash, createdAt: deps.now().toISOString() };
    const { submitted, taken } = await claimSubmitted(trx, deps.store.dialect, { ids: idsOf(request, who), scope, claim });
    // After the key is ours: whoever waited past the cut-off is past it.
    const now = deps.now();
    if (taken !== undefined) return answerKnownKey(trx, scope, taken, { bodyHash, now });
    const { settings } = submitted;
    requirePayments(settings);
    requireForm(request, settings);
    const days = daysAt(settings, now);
    const submission = await readSubmission(trx, request, submitted, days.today);
    requireCurrentVersions(submission);
    const context = { key: deps.authorizationKey, who, settings, now };
    const { text, sha256 } = requireAuthorization(submission, request.authorization, context);
    requireTerms(submission, days, settings);
    const debitDate = expectedDebitDate(settings, submission.date);
    const made = await record(trx, { deps, who, scope, request, submission, text, sha256, debitDate, now });
    const payments = made.map((row) => toPayment({ ...row, batch_id: null }, { settings, now }));
    return { result: { key: scope.key, payments }, isReplay: false };
  });

/** The payments of a key: undefined when it isn't seen so far, 410 when voided, 409 while somebody is making it. */
export const findByKey = async ({ store, now }: EndpointDeps, scope: KeyScope): Promise<PaymentResult | undefined> => {
  const known = (await findKey(store.db, scope)) ?? (await waitForKey(store, scope, now()));
  if (known === undefined) return undefined;
  if (known.state === 'voided') throw voided();
  return readResult(store.db, scope, now());
};

class NotSeen extends Error {}

/** A payment that is being made shows no row yet: only trying to claim its key finds it. The claim is rolled back. */
const waitForKey = async (store: EndpointDeps['store'], scope: KeyScope, now: Date): Promise<KeyRow | undefined> => {
  try {
    return await write(store, async (trx) => {
      const taken = await claimKey(trx, scope, { state: 'voided', bodyHash: null, createdAt: now.toISOString() });
      if (taken === undefined) throw new NotSeen();
      return taken;
    });
  } catch (error) {
    if (error instanceof NotSeen) return undefined;
    throw error;
  }
};

/** How long a payment may be on its way from being counted to its key, where it shows nowhere. */
const unseenMs = 500;

/** As {@link findAccepted}, after whoever is making it, or about to, has ended. */
export const awaitAccepted = async ({ store, now }: EndpointDeps, scope: KeyScope, bodyHash: string): Promise<Accepted | undefined> => {
  let known = await waitForKey(store, scope, now());
  if (known === undefined) {
    await rest(unseenMs);
    known = await waitForKey(store, scope, now());
  }
  return known && answerKnownKey(store.db, scope, known, { bodyHash, now: now() });
};

/** A tombstone for a key that brought nothing about: undefined then; else the payments that had won. */
export const voidKey = (deps: EndpointDeps, scope: KeyScope): Promise<PaymentResult | undefined> =>
  write(deps.store, async (trx) => {
    const taken = await claimKey(trx, scope, { state: 'voided', bodyHash: null, createdAt: deps.now().toISOString() });
    if (taken?.state !== 'accepted') return undefined;
    return readResult(trx, scope, deps.now());
  });
