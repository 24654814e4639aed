/**
 * Payments whose record hadn't arrived by their date's batch: they fail with a reason, instead of staying pending for ever.
 */
import type { PlainDate } from '../../../src/api/index.js';
import { newVersion } from '../ids.js';
import { requireNewVersion } from '../store/contracts.js';
import type { LenderSettings } from '../store/lender.js';
import type { ContractRow } from '../store/schema.js';
import type { Trx } from '../store/transactions.js';
import { languageFor } from '../words/index.js';
import { instantOf } from '../zone.js';
import type { EftDeps } from './deps.js';

/** After the cut-off a record still has the time that recording takes, and this for the worker's own pace. */
const graceMs = 60_000;

const findMissedDates = async (
  trx: Trx,
  { scheduleSeconds }: EftDeps,
  { settings, upTo, now }: { settings: LenderSettings; upTo: PlainDate; now: Date },
): Promise<PlainDate[]> => {
  const dates = await trx
    .selectFrom('payments')
    .select('date')
    .distinct()
    .where('status', '=', 'pending')
    .where('date', '<=', upTo)
    .execute();
  const lastChance = now.getTime() - scheduleSeconds * 1_000 - graceMs;
  return dates.map(({ date }) => date).filter((date) => instantOf(date, settings.cutOff, settings.timeZone).getTime() <= lastChance);
};

export interface Missed {
  readonly settings: LenderSettings;
  readonly upTo: PlainDate;
  readonly now: Date;
  /** Those this transaction has locked, by id. Payments on others wait for the next generation. */
  readonly locked: ReadonlyMap<string, ContractRow>;
}

/** Gives how many failed. Before the cut-off of its date nothing is late. */
export const failUnrecorded = async (trx: Trx, deps: EftDeps, asked: Missed): Promise<number> => {
  const dates = await findMissedDates(trx, deps, asked);
  if (dates.length === 0) return 0;
  const missed = await trx
    .selectFrom('payments')
    .select(['id', 'contract_id', 'authorization_locale as locale'])
    .where('status', '=', 'pending')
    .where('date', 'in', dates)
    .orderBy('id')
    .execute();
  const payments = missed.filter(({ contract_id: contract }) => asked.locked.has(contract));
  const contracts = new Set(payments.flatMap(({ contract_id: contract }) => asked.locked.get(contract) ?? []));
  for (const { id, locale } of payments) {
    const change = {
      status: 'failed',
      status_reason_code: 'not-recorded',
      status_reason_text: languageFor(locale).words.notRecorded,
      updated_at: asked.now.toISOString(),
    };
    await trx.updateTable('payments').set(change).where('id', '=', id).execute();
    await trx.updateTable('alternate_efts').set({ status: 'failed', payments: 0 }).where('payment_id', '=', id).execute();
  }
  for (const contract of contracts) await requireNewVersion(trx, contract, newVersion(deps.random));
  return payments.length;
};
