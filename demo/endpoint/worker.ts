/**
 * Pending becomes Scheduled once the record counts as received. Safe with two processes: each step is one conditional update.
 */
import type { EndpointDeps } from './deps.js';
import { errorCode } from './store/errors.js';
import { write } from './store/transactions.js';

export type WorkerDeps = Pick<EndpointDeps, 'store' | 'now' | 'log' | 'scheduleSeconds'>;

/** Moves every payment that has waited long enough; gives how many. */
export const schedulePayments = async ({ store, now, scheduleSeconds }: WorkerDeps): Promise<number> => {
  const moment = now();
  const waitedSince = new Date(moment.getTime() - scheduleSeconds * 1_000).toISOString();
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
      .catch((error: unknown) => {
        deps.log({ event: 'schedule-failed', code: errorCode(error) });
        return 0;
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
