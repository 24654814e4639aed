/**
 * The tables as the queries see them. Money is an integer in minor units, dates and timestamps are ISO text, flags and lists are JSON text,
 * so that one schema serves SQLite and PostgreSQL. Knows nothing of the API.
 */
import type { Insertable, Selectable } from 'kysely';
import type { AlternateEftTable, CashApplicationTable, EftBatchTable, PostingTable } from './eft-schema.js';
import type { ContractPayerTable, PayerDueTable, PayerSumTable } from './list-schema.js';
import type { CodeRequestTable, EmailOnFileTable, PersonTable, SessionTable } from './sign-in-schema.js';

export interface LenderTable {
  id: string;
  name: string;
  logo_url: string | null;
  support_email: string | null;
  support_phone: string | null;
  help_url: string | null;
  time_zone: string;
  cut_off: string;
  horizon_days: number;
  /** JSON array of plain dates. */
  closed_dates: string;
  bank_accounts: 'any' | 'existing' | 'none';
  /** JSON object of what the lender changed from the defaults. */
  features: string;
  limit_currency: string | null;
  limit_min: number | null;
  limit_max: number | null;
  max_items: number;
  /** JSON object of tokens. */
  theme: string | null;
  application_method: string;
  /** Null: no window. */
  application_window_days: number | null;
  /** JSON array of charge types, first priority first. */
  application_priority: string;
  /** JSON object: charge type → the type whose priority it takes. */
  application_groups: string;
  /** How long a sign-in by code lasts. */
  session_minutes: number;
}

export interface PayerTable {
  id: string;
  lender_id: string;
  name: string;
  contact_name: string;
  contact_email: string;
  token_hash: string;
}

export interface ContractTable {
  id: string;
  lender_id: string;
  number: string;
  /** Lower case, for search. */
  number_search: string;
  description: string;
  status: 'open' | 'closed';
  currency: string;
  version: string;
  autopay_next_date: string | null;
  not_payable_reason: string | null;
  problem: string | null;
  billing_postal_code: string | null;
  /** ISO 3166 code of two letters. */
  billing_country: string;
  /** Sum of its open invoices: kept beside them, so that lists sort without adding up. */
  open_value: number;
  /** Due date of its oldest open invoice, `9999-12-31` where nothing is open: the order by due date. */
  due_order: string;
}

export interface InvoiceTable {
  contract_id: string;
  id: string;
  number: string;
  number_search: string;
  issue_date: string | null;
  due_date: string;
  amount_value: number;
  open_value: number;
  document_url: string | null;
}

export interface ChargeTable {
  contract_id: string;
  invoice_id: string;
  id: string;
  position: number;
  type: string;
  description: string;
  amount_value: number;
  open_value: number;
}

export interface BankAccountTable {
  id: string;
  lender_id: string;
  payer_id: string;
  label: string;
  bank_name: string | null;
  last4: string;
  type: 'checking' | 'savings';
  holder_type: 'business' | 'consumer';
  holder_name: string;
  currency: string;
  status: 'usable' | 'unverified' | 'rejected';
  help: string | null;
  /** Routing and account number, sealed. Null once the account is removed. */
  sealed: string | null;
  /** HMAC of routing and account number: the same account is found by it, and nothing else is. */
  sameness: string;
  created_at: string;
  removed_at: string | null;
}

export interface AccountKeyTable {
  lender_id: string;
  payer_id: string;
  key: string;
  account_id: string;
  /** HMAC, not a hash: the body holds an account number. */
  body_mac: string;
}

export interface PaymentKeyTable {
  lender_id: string;
  payer_id: string;
  key: string;
  state: 'accepted' | 'voided';
  /** Null for a voided key. */
  body_hash: string | null;
  created_at: string;
}

export interface PaymentTable {
  id: string;
  lender_id: string;
  payer_id: string;
  key: string;
  position: number;
  contract_id: string;
  contract_number: string;
  amount_value: number;
  currency: string;
  date: string;
  expected_debit_date: string;
  status: string;
  status_reason_code: string | null;
  status_reason_text: string | null;
  account_id: string;
  account_label: string;
  reference: string;
  created_at: string;
  updated_at: string;
  authorization_text: string;
  authorization_sha256: string;
  authorization_locale: string;
  /** The payer's clock: evidence only. */
  authorization_accepted_at: string;
  /** Our clock. */
  authorized_at: string;
  person_name: string;
  person_email: string;
}

/** Payments under way from another channel. */
export interface ElsewhereTable {
  id: string;
  contract_id: string;
  amount_value: number;
  date: string;
  status: string;
}

/** Requests counted within a window of time. */
export interface RateWindowTable {
  name: string;
  /** HMAC of a payer or an address. */
  subject: string;
  /** Milliseconds since 1970. */
  ends_at: number;
  count: number;
}

/** One row: what the sealing key makes of a fixed text. */
export interface SealingCheckTable {
  id: number;
  mac: string;
}

export interface Database {
  lenders: LenderTable;
  payers: PayerTable;
  contracts: ContractTable;
  contract_payers: ContractPayerTable;
  payer_sums: PayerSumTable;
  payer_dues: PayerDueTable;
  invoices: InvoiceTable;
  charges: ChargeTable;
  bank_accounts: BankAccountTable;
  account_keys: AccountKeyTable;
  payment_keys: PaymentKeyTable;
  payments: PaymentTable;
  elsewhere_in_flight: ElsewhereTable;
  alternate_efts: AlternateEftTable;
  rate_windows: RateWindowTable;
  sealing_checks: SealingCheckTable;
  eft_batches: EftBatchTable;
  postings: PostingTable;
  cash_applications: CashApplicationTable;
  emails_on_file: EmailOnFileTable;
  people: PersonTable;
  code_requests: CodeRequestTable;
  sessions: SessionTable;
}

export type LenderRow = Selectable<LenderTable>;
export type PayerRow = Selectable<PayerTable>;
export type ContractRow = Selectable<ContractTable>;
export type InvoiceRow = Selectable<InvoiceTable>;
export type ChargeRow = Selectable<ChargeTable>;
export type BankAccountRow = Selectable<BankAccountTable>;
export type PaymentRow = Selectable<PaymentTable>;
export type AlternateEftRow = Selectable<AlternateEftTable>;
export type EftBatchRow = Selectable<EftBatchTable>;
export type NewRow<Table extends keyof Database> = Insertable<Database[Table]>;
