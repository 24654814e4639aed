/**
 * The lender's settings, read with their defaults filled in, and changed by a back office.
 */
import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import { Features, PlainDate, Theme, type Lender, type Limits } from '../../../src/api/index.js';
import { cashApplicationMethods, type CashApplicationSettings } from '../cash-application.js';
import { ProblemError } from '../problems.js';
import type { Database, LenderRow } from './schema.js';

/** All of them, by name: a column that a newer process has added is none of ours. */
export const lenderColumns = [
  'lenders.id',
  'lenders.name',
  'lenders.logo_url',
  'lenders.support_email',
  'lenders.support_phone',
  'lenders.help_url',
  'lenders.time_zone',
  'lenders.cut_off',
  'lenders.horizon_days',
  'lenders.closed_dates',
  'lenders.bank_accounts',
  'lenders.features',
  'lenders.limit_currency',
  'lenders.limit_min',
  'lenders.limit_max',
  'lenders.max_items',
  'lenders.theme',
  'lenders.application_method',
  'lenders.application_window_days',
  'lenders.application_priority',
  'lenders.application_groups',
  'lenders.session_minutes',
] as const satisfies readonly `lenders.${keyof LenderRow}`[];

export interface LenderSettings {
  readonly lender: Lender;
  readonly features: Features;
  readonly bankAccounts: 'any' | 'existing' | 'none';
  readonly limits: Limits;
  readonly timeZone: string;
  readonly cutOff: string;
  readonly horizonDays: number;
  /** The lender's own, besides weekends and bank holidays. */
  readonly closedDates: readonly string[];
  readonly theme: Theme | undefined;
  readonly cashApplication: CashApplicationSettings;
  /** How long a sign-in by code lasts. */
  readonly sessionMinutes: number;
}

const defaultFeatures: Features = {
  payments: true,
  payAll: true,
  partial: true,
  overpay: false,
  schedule: true,
  estimate: true,
  history: true,
  cancel: true,
  enrollment: false,
};

const Method = z.enum(cashApplicationMethods);
const Words = z.array(z.string());
const Groups = z.record(z.string(), z.string());
const ChangedFeatures = z.partial(Features);
const ClosedDates = z.array(PlainDate);

const readJsonColumn = <Schema extends z.core.$ZodType>(schema: Schema, text: string): z.output<Schema> =>
  z.parse(schema, JSON.parse(text));

const money = (value: number | null, currency: string | null) => (value === null || currency === null ? undefined : { value, currency });

const toLimits = (row: LenderRow): Limits => {
  const min = money(row.limit_min, row.limit_currency);
  const max = money(row.limit_max, row.limit_currency);
  return { ...(min && { min }), ...(max && { max }), maxItems: row.max_items };
};

const toLender = (row: LenderRow): Lender => ({
  id: row.id,
  name: row.name,
  ...(row.logo_url !== null && { logoUrl: row.logo_url }),
  ...(row.support_email !== null && { supportEmail: row.support_email }),
  ...(row.support_phone !== null && { supportPhone: row.support_phone }),
  ...(row.help_url !== null && { helpUrl: row.help_url }),
});

const parseSettings = (row: LenderRow): LenderSettings => ({
  lender: toLender(row),
  features: Object.assign({}, defaultFeatures, readJsonColumn(ChangedFeatures, row.features)),
  bankAccounts: row.bank_accounts,
  limits: toLimits(row),
  timeZone: row.time_zone,
  cutOff: row.cut_off,
  horizonDays: row.horizon_days,
  closedDates: readJsonColumn(ClosedDates, row.closed_dates),
  theme: row.theme === null ? undefined : readJsonColumn(Theme, row.theme),
  cashApplication: {
    method: z.parse(Method, row.application_method),
    windowDays: row.application_window_days ?? undefined,
    priority: readJsonColumn(Words, row.application_priority),
    groups: readJsonColumn(Groups, row.application_groups),
  },
  sessionMinutes: row.session_minutes,
});

const mostParsed = 8;
const parsed = new Map<string, LenderSettings>();

/** The row is read each time, and parsed once: the same text means the same settings in every process. */
export const toSettings = (row: LenderRow): LenderSettings => {
  const text = JSON.stringify(row);
  const known = parsed.get(text);
  if (known) return known;
  const settings = parseSettings(row);
  if (parsed.size >= mostParsed) parsed.clear();
  parsed.set(text, settings);
  return settings;
};

export const readLender = async (db: Kysely<Database>, lenderId: string): Promise<LenderSettings> =>
  toSettings(await db.selectFrom('lenders').select(lenderColumns).where('id', '=', lenderId).executeTakeFirstOrThrow());

/** A database holds one lender's portfolio. Without one there is nothing to offer yet. */
export const readOnlyLender = async (db: Kysely<Database>): Promise<LenderSettings> => {
  const row = await db.selectFrom('lenders').select(lenderColumns).orderBy('id').limit(1).executeTakeFirst();
  if (row === undefined) throw new ProblemError('unavailable', 'No portfolio has been loaded yet.', { retryAfterSeconds: 5 });
  return toSettings(row);
};

export interface LenderChange {
  readonly features?: Partial<Features>;
  readonly bankAccounts?: 'any' | 'existing' | 'none';
  readonly cashApplication?: Partial<CashApplicationSettings>;
  readonly sessionMinutes?: number;
  /** Null: none. */
  readonly theme?: Theme | null;
  readonly logoUrl?: string | null;
}

const lookColumns = ({ theme, logoUrl }: LenderChange) => ({
  ...(theme !== undefined && { theme: theme === null ? null : JSON.stringify(theme) }),
  ...(logoUrl !== undefined && { logo_url: logoUrl }),
});

/** What a back office may switch while the endpoint runs; what isn't named stays. */
export const changeLender = async (db: Kysely<Database>, lenderId: string, change: LenderChange): Promise<void> => {
  const row = await db.selectFrom('lenders').select(lenderColumns).where('id', '=', lenderId).executeTakeFirstOrThrow();
  const cash = { ...toSettings(row).cashApplication, ...change.cashApplication };
  await db
    .updateTable('lenders')
    .set({
      features: JSON.stringify({ ...readJsonColumn(ChangedFeatures, row.features), ...change.features }),
      bank_accounts: change.bankAccounts ?? row.bank_accounts,
      application_method: cash.method,
      application_window_days: cash.windowDays ?? null,
      application_priority: JSON.stringify(cash.priority),
      application_groups: JSON.stringify(cash.groups),
      session_minutes: change.sessionMinutes ?? row.session_minutes,
      ...lookColumns(change),
    })
    .where('id', '=', lenderId)
    .execute();
};
