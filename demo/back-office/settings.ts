/**
 * What the back office can switch while the endpoint runs, as its page sends it: read from and written to the lender's settings.
 */
import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import { atMost } from '../../src/api/lengths.js';
import { cashApplicationMethods } from '../endpoint/cash-application.js';
import { changeLender, readOnlyLender } from '../endpoint/store/lender.js';
import type { Database } from '../endpoint/store/schema.js';

export const switchableFeatures = [
  'payments',
  'payAll',
  'partial',
  'overpay',
  'schedule',
  'estimate',
  'history',
  'cancel',
  'enrollment',
] as const;
export type SwitchableFeature = (typeof switchableFeatures)[number];

export const Settings = z.object({
  method: z.enum(cashApplicationMethods),
  /** Null: no window. */
  windowDays: z.nullable(z.int().check(z.minimum(1), z.maximum(366))),
  /** Charge types, first priority first. */
  priority: z.array(z.string().check(z.regex(/^[a-z][a-z0-9_]{0,63}$/))).check(atMost(50)),
  /** Sales tax takes rent's priority and shares with it. */
  isGroupedWithParent: z.boolean(),
  bankAccounts: z.enum(['any', 'existing', 'none']),
  /** How long a sign-in by mailed code lasts. */
  sessionMinutes: z.int().check(z.minimum(1), z.maximum(1_440)),
  features: z.record(z.enum(switchableFeatures), z.boolean()),
});
export type Settings = z.infer<typeof Settings>;

/** With its parent: the one pair the field speaks of. */
const parentCharges = { sales_tax: 'rent' };

export const readSettings = async (db: Kysely<Database>): Promise<Settings> => {
  const { cashApplication, features, bankAccounts, sessionMinutes } = await readOnlyLender(db);
  const { payments, payAll, partial, overpay, schedule, estimate, history, cancel, enrollment } = features;
  return {
    method: cashApplication.method,
    windowDays: cashApplication.windowDays ?? null,
    priority: [...cashApplication.priority],
    isGroupedWithParent: Object.keys(cashApplication.groups).length > 0,
    bankAccounts,
    sessionMinutes,
    features: { payments, payAll, partial, overpay, schedule, estimate, history, cancel, enrollment },
  };
};

export const writeSettings = async (db: Kysely<Database>, settings: Settings): Promise<void> => {
  const { lender } = await readOnlyLender(db);
  await changeLender(db, lender.id, {
    features: settings.features,
    bankAccounts: settings.bankAccounts,
    sessionMinutes: settings.sessionMinutes,
    cashApplication: {
      method: settings.method,
      windowDays: settings.windowDays ?? undefined,
      priority: settings.priority,
      groups: settings.isGroupedWithParent ? parentCharges : {},
    },
  });
};
