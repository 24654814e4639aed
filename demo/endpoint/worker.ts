/**
 * What happens by itself: a pending record is received, a cancellation is confirmed, rate windows, codes and
 * sessions that are over are forgotten. Safe with two
 * processes: of two that do the same, the second finds nothing left to do.
 */
import type { Kysely } from 'kysely';
import type { EndpointDeps } from './deps.js';
import { newVersion } from './ids.js';
import { lockContracts, requireNewVersion } from './store/contracts.js';
import { errorCode } from './store/errors.js';
import { forgetWindows } from './store/rate-windows.js';
import type { Database } from './store/schema.js';
import { forgetSignIns } from './store/sessions.js';
import { write, type Trx } from './store/transactions.js';

export type WorkerDeps = Pick<EndpointDeps, 'store' | 'now' | 'random' | 'log' | 'scheduleSeconds'>;

const secondsBefore = (moment: Date, seconds: number): string => new Date(moment.getTime() - seconds * 1_000).toISOString();

/** Moves every payment that has waited long enough; gives how many. */
export const schedulePayments = async ({ store, now, scheduleSeconds }: Omit<WorkerDeps, 'random'>): Promise<number> => {
  const moment = now();
  const waitedSince = secondsBefore(moment, scheduleSeconds);
  // Most looks find nothing: they take no lock.
  const waiting = store.db.selectFrom('payments').select('id').where('status', '=', 'pending').where('created_at', '<=', waitedSince);
  if ((await waiting.limit(1).executeTakeFirst()) === undefined) return 0;
  return write(store, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('payments')
      .set({ status: 'scheduled', updated_at: moment.toISOString() })
      .where('status', '=', 'pending')
      .where('created_at', '<=', waitedSince)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) {
      await trx
        .updateTable('alternate_efts')
        .set({ status: 'scheduled' })
        .where('status', '=', 'pending')
        .where('payment_id', 'in', (from) => from.selectFrom('payments').select('id').where('status', '=', 'scheduled'))
        .execute();
    }
    return Number(numUpdatedRows);
  });
};

const neutralise = async (trx: Trx, paymentId: string, canceledAt: string): Promise<void> => {
  const change = { status: 'canceled', updated_at: canceledAt };
  await trx.updateTable('payments').set(change).where('id', '=', paymentId).execute();
  await trx.updateTable('alternate_efts').set({ status: 'canceled', payments: 0 }).where('payment_id', '=', paymentId).execute();
};

/** Confirms every cancellation that has waited long enough and that no batch overtook; gives how many. */
export const confirmCancels = async ({ store, now, random, scheduleSeconds }: WorkerDeps): Promise<number> => {
  const moment = now();
  const asked = (db: Kysely<Database>) =>
    db
      .selectFrom('payments')
      .innerJoin('alternate_efts', 'alternate_efts.payment_id', 'payments.id')
      .where('payments.status', '=', 'pending_cancel')
      .where('payments.updated_at', '<=', secondsBefore(moment, scheduleSeconds))
      .where('alternate_efts.batch_id', 'is', null);
  if ((await asked(store.db).select('payments.id').limit(1).executeTakeFirst()) === undefined) return 0;
  return write(store, async (trx) => {
    const contracts = await lockContracts(trx, store.dialect, asked(trx).select('payments.contract_id'));
    if (contracts.length === 0) return 0;
    // Read again under the locks that batches take too. Another payment of a locked contract may have joined meanwhile: it is as free.
    const payments = await asked(trx)
      .select(['payments.id', 'payments.contract_id'])
      .where(
        'payments.contract_id',
        'in',
        contracts.map(({ id }) => id),
      )
      .execute();
    for (const { id } of payments) await neutralise(trx, id, moment.toISOString());
    for (const contract of contracts) {
      if (payments.some((payment) => payment.contract_id === contract.id)) await requireNewVersion(trx, contract, newVersion(random));
    }
    return payments.length;
  });
};

export interface ScheduleWorker {
  /** Resolves when the step under way has ended. */
  stop(): Promise<void>;
}

/** Looks once a second. A step that fails is logged and tried again at the next look. */
export const startScheduleWorker = (deps: WorkerDeps, intervalMs = 1_000): ScheduleWorker => {
  let step: Promise<void> = Promise.resolve();
  let isRunning = false;
  const look = (): void => {
    if (isRunning) return;
    isRunning = true;
    step = schedulePayments(deps)
      .then(() => confirmCancels(deps))
      .then(() => forgetWindows(deps.store, deps.now().getTime()))
      .then(() => forgetSignIns(deps.store, deps.now().getTime()))
      .catch((error: unknown) => {
        deps.log({ event: 'schedule-failed', code: errorCode(error) });
      })
      .then(() => {
        isRunning = false;
      });
  };
  const timer = setInterval(look, intervalMs);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      return step;
    },
  };
};
