/**
 * A payer's cancellation: asked for here, confirmed by the worker. Until it is confirmed a batch may still take the record.
 */
import { Id, type Payment } from '../../src/api/index.js';
import { isTooLateToCancel } from './cancelable.js';
import type { EndpointDeps } from './deps.js';
import { newVersion } from './ids.js';
import type { Who } from './middleware/who.js';
import { notFound, ProblemError } from './problems.js';
import { lockContracts, requireNewVersion } from './store/contracts.js';
import { readLender } from './store/lender.js';
import { findPayment, toPayment, type RecordedPayment } from './store/payments.js';
import { write, type Trx } from './store/transactions.js';

const tooLate = (): ProblemError => new ProblemError('too-late-to-cancel', 'This payment can no longer be canceled. Nothing has changed.');

/** Repeating a cancellation changes nothing and answers as the first time. */
const hasAsked = ({ status, batch_id: batchId }: RecordedPayment): boolean =>
  status === 'canceled' || (status === 'pending_cancel' && batchId === null);

/** 403 where it isn't offered, 404 for a missing and a foreign payment, 409 when it is too late; else the payment as it is then. */
export const cancelPayment = (deps: EndpointDeps, { payerId, lenderId }: Who, id: string): Promise<Payment> =>
  write(deps.store, async (trx: Trx) => {
    const settings = await readLender(trx, lenderId);
    if (!settings.features.cancel) throw new ProblemError('forbidden', 'Payments cannot be canceled here. Call the lender instead.');
    const known = Id.safeParse(id).success ? await findPayment(trx, payerId, id) : undefined;
    if (known === undefined) throw notFound();
    const [contract] = await lockContracts(trx, deps.store.dialect, [known.contract_id]);
    // Read again under the lock that batches take too: one of the two comes first for everybody.
    const payment = await findPayment(trx, payerId, id);
    if (contract === undefined || payment === undefined) throw notFound();
    const now = deps.now();
    if (hasAsked(payment)) return toPayment(payment, { settings, now });
    const isUnderWay = payment.status === 'pending' || payment.status === 'scheduled';
    if (!isUnderWay || isTooLateToCancel(payment, settings, now)) throw tooLate();
    const change = { status: 'pending_cancel', updated_at: now.toISOString() };
    await trx.updateTable('payments').set(change).where('id', '=', payment.id).execute();
    await requireNewVersion(trx, contract, newVersion(deps.random));
    return toPayment({ ...payment, ...change }, { settings, now });
  });
