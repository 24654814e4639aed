/**
 * What is asked to be paid, and of which lender, as values: for rules that need no database. Everything ordinary until a test says otherwise.
 */
import type { LenderSettings } from '../../../../demo/endpoint/store/lender.js';
import type { BankAccountRow, ContractRow } from '../../../../demo/endpoint/store/schema.js';
import type { Submission, SubmittedItem } from '../../../../demo/endpoint/submission.js';

export const settingsWith = (changes: Partial<LenderSettings> = {}): LenderSettings => ({
  lender: { id: 'northern', name: 'Northern Test Finance', supportPhone: '1-800-555-0100', supportEmail: 'help@northern.example' },
  features: {
    payments: true,
    payAll: true,
    partial: true,
    overpay: false,
    schedule: true,
    estimate: true,
    history: true,
    cancel: true,
    enrollment: false,
  },
  bankAccounts: 'any',
  limits: { maxItems: 5 },
  timeZone: 'America/Chicago',
  cutOff: '16:00',
  horizonDays: 60,
  closedDates: [],
  theme: undefined,
  cashApplication: { method: 'balance_forward', windowDays: undefined, priority: [], groups: {} },
  sessionMinutes: 30,
  ...changes,
});

/** With some features switched. */
export const featuring = (features: Partial<LenderSettings['features']>, changes: Partial<LenderSettings> = {}): LenderSettings => {
  const settings = settingsWith(changes);
  return { ...settings, features: { ...settings.features, ...features } };
};

export const contractRow = (changes: Partial<ContractRow> = {}): ContractRow => ({
  id: 'c01',
  lender_id: 'northern',
  number: '100-c01',
  number_search: '100-c01',
  description: 'Excavator',
  status: 'open',
  currency: 'USD',
  version: 'v1',
  autopay_next_date: null,
  not_payable_reason: null,
  problem: null,
  billing_postal_code: null,
  billing_country: 'US',
  open_value: 322_500,
  due_order: '2026-10-23',
  ...changes,
});

export const accountRow = (changes: Partial<BankAccountRow> = {}): BankAccountRow => ({
  id: 'acme-checking',
  lender_id: 'northern',
  payer_id: 'acme',
  label: 'First Prairie Bank Checking ••5566',
  bank_name: 'First Prairie Bank',
  last4: '5566',
  type: 'checking',
  holder_type: 'business',
  holder_name: 'Acme Digging LLC',
  currency: 'USD',
  status: 'usable',
  help: null,
  sealed: null,
  sameness: 'same',
  created_at: '2026-01-01T00:00:00.000Z',
  removed_at: null,
  ...changes,
});

export const itemOf = (changes: Partial<SubmittedItem> = {}): SubmittedItem => ({
  contract: contractRow(),
  amount: 107_500,
  currency: 'USD',
  sentVersion: 'v1',
  due: 215_000,
  inFlight: [],
  inFlightSum: 0,
  ...changes,
});

export const submissionOf = (changes: Partial<Submission> = {}): Submission => ({
  items: [itemOf()],
  account: accountRow(),
  date: '2026-11-23',
  locale: 'en-US',
  ...changes,
});
