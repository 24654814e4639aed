/**
 * The tables' history: one set of migrations for SQLite and PostgreSQL. A migration that has been released is never edited.
 */
import { sql, type Kysely, type Migration, type MigrationProvider, type RawBuilder } from 'kysely';
import { fillSums } from './payer-lists.js';
import type { Database } from './schema.js';
import type { Dialect } from './sqlite.js';

/** Keys and numbers are ordered by bytes in both databases, else a cursor would skip rows in one of them. */
const byBytes = (dialect: Dialect): RawBuilder<unknown> => (dialect === 'postgres' ? sql`text collate "C"` : sql`text`);

const portfolioTables = (key: RawBuilder<unknown>): RawBuilder<unknown>[] => [
  sql`create table lenders (
    id ${key} primary key, name text not null, logo_url text, support_email text, support_phone text, help_url text,
    time_zone text not null, cut_off text not null, horizon_days integer not null, closed_dates text not null,
    bank_accounts text not null, features text not null,
    limit_currency text, limit_min bigint, limit_max bigint, max_items integer not null, theme text,
    application_method text not null, application_window_days integer, application_priority text not null, application_groups text not null
  )`,
  sql`create table payers (
    id ${key} primary key, lender_id ${key} not null references lenders (id), name text not null,
    contact_name text not null, contact_email text not null, token_hash text not null unique
  )`,
  sql`create table contracts (
    id ${key} primary key, lender_id ${key} not null references lenders (id),
    number ${key} not null, number_search text not null, description text not null,
    status text not null, currency text not null, version text not null,
    autopay_next_date text, not_payable_reason text, problem text, billing_postal_code text,
    open_value bigint not null, due_order ${key} not null
  )`,
  sql`create table contract_payers (
    payer_id ${key} not null references payers (id), contract_id ${key} not null references contracts (id),
    primary key (payer_id, contract_id)
  )`,
  sql`create table invoices (
    contract_id ${key} not null references contracts (id), id ${key} not null,
    number text not null, number_search text not null, issue_date text, due_date ${key} not null,
    amount_value bigint not null, open_value bigint not null, document_url text,
    primary key (contract_id, id)
  )`,
  // Covers the sums of a list and the search of numbers, so that neither reads the invoices themselves.
  sql`create index invoices_by_due_date on invoices (contract_id, due_date, id, open_value, number_search)`,
  sql`create table charges (
    contract_id ${key} not null, invoice_id ${key} not null, id ${key} not null, position integer not null,
    type text not null, description text not null, amount_value bigint not null, open_value bigint not null,
    primary key (contract_id, invoice_id, id),
    foreign key (contract_id, invoice_id) references invoices (contract_id, id)
  )`,
  sql`create table elsewhere_in_flight (
    id ${key} primary key, contract_id ${key} not null references contracts (id),
    amount_value bigint not null, date text not null, status text not null
  )`,
  sql`create index elsewhere_by_contract on elsewhere_in_flight (contract_id)`,
];

const accountTables = (key: RawBuilder<unknown>): RawBuilder<unknown>[] => [
  sql`create table bank_accounts (
    id ${key} primary key, lender_id ${key} not null references lenders (id), payer_id ${key} not null references payers (id),
    label text not null, bank_name text, last4 text not null, type text not null, holder_type text not null, holder_name text not null,
    currency text not null, status text not null, help text, sealed text, sameness text not null,
    created_at ${key} not null, removed_at text
  )`,
  // One living account per number; a removed one may be added again.
  sql`create unique index bank_accounts_same on bank_accounts (payer_id, sameness) where removed_at is null`,
  sql`create index bank_accounts_by_payer on bank_accounts (payer_id, created_at, id)`,
  sql`create table account_keys (
    lender_id ${key} not null, payer_id ${key} not null, key ${key} not null,
    account_id ${key} not null references bank_accounts (id), body_mac text not null,
    primary key (lender_id, payer_id, key)
  )`,
];

const paymentTables = (key: RawBuilder<unknown>): RawBuilder<unknown>[] => [
  sql`create table payment_keys (
    lender_id ${key} not null, payer_id ${key} not null, key ${key} not null,
    state text not null, body_hash text, created_at text not null,
    primary key (lender_id, payer_id, key)
  )`,
  // A key and a contract name at most one payment: the database itself refuses a second.
  sql`create table payments (
    id ${key} primary key, lender_id ${key} not null, payer_id ${key} not null references payers (id),
    key ${key} not null, position integer not null,
    contract_id ${key} not null references contracts (id), contract_number text not null,
    amount_value bigint not null, currency text not null, date text not null, expected_debit_date text not null,
    status text not null, status_reason_code text, status_reason_text text,
    account_id ${key} not null references bank_accounts (id), account_label text not null, reference text not null unique,
    created_at ${key} not null, updated_at text not null,
    authorization_text text not null, authorization_sha256 text not null, authorization_locale text not null,
    authorization_accepted_at text not null, authorized_at text not null,
    person_name text not null, person_email text not null,
    unique (lender_id, payer_id, key, contract_id),
    foreign key (lender_id, payer_id, key) references payment_keys (lender_id, payer_id, key)
  )`,
  sql`create index payments_newest on payments (payer_id, created_at, id)`,
  sql`create index payments_by_contract on payments (contract_id, status)`,
  sql`create index payments_by_account on payments (account_id, status)`,
  sql`create index payments_by_status on payments (status, created_at)`,
  sql`create table alternate_efts (
    id ${key} primary key, payment_id ${key} not null unique references payments (id), payment_reference text not null unique,
    contract_id ${key} not null references contracts (id), contract_number text not null,
    amount_value bigint not null, currency text not null, due_date text not null, sec_code text not null,
    account_reference ${key} not null references bank_accounts (id), account_last4 text not null,
    payments integer not null, payments_processed integer not null, status text not null, created_at ${key} not null
  )`,
];

const createTables = async (db: Kysely<unknown>, dialect: Dialect): Promise<void> => {
  const key = byBytes(dialect);
  for (const statement of [...portfolioTables(key), ...accountTables(key), ...paymentTables(key)]) {
    await statement.execute(db);
  }
};

const createSafeguards = async (db: Kysely<unknown>, dialect: Dialect): Promise<void> => {
  const key = byBytes(dialect);
  const statements = [
    sql`create table rate_windows (
      name ${key} not null, subject ${key} not null, ends_at bigint not null, count bigint not null, primary key (name, subject)
    )`,
    sql`create index rate_windows_by_end on rate_windows (ends_at)`,
    sql`create table sealing_checks (id integer primary key, mac text not null)`,
  ];
  for (const statement of statements) await statement.execute(db);
};

const eftTables = (key: RawBuilder<unknown>): RawBuilder<unknown>[] => [
  sql`create table eft_batches (
    id ${key} primary key, lender_id ${key} not null references lenders (id), number integer not null,
    from_date text not null, to_date text not null, effective_date text not null,
    status text not null, created_at text not null, posted_at text,
    unique (lender_id, number)
  )`,
  sql`alter table alternate_efts add column batch_id ${key} references eft_batches (id)`,
  sql`create index alternate_efts_by_batch on alternate_efts (batch_id)`,
  sql`create index alternate_efts_by_due_date on alternate_efts (status, due_date)`,
  // A payment posts once: the database itself refuses a second time.
  sql`create table postings (
    payment_id ${key} primary key references payments (id), contract_id ${key} not null references contracts (id),
    method text not null, posted_on text not null, applied_value bigint not null, unapplied_value bigint not null, reversed_at text
  )`,
  sql`create table cash_applications (
    payment_id ${key} not null references postings (payment_id),
    contract_id ${key} not null, invoice_id ${key} not null, charge_id ${key} not null, amount_value bigint not null,
    primary key (payment_id, invoice_id, charge_id),
    foreign key (contract_id, invoice_id, charge_id) references charges (contract_id, invoice_id, id)
  )`,
];

const createEftTables = async (db: Kysely<unknown>, dialect: Dialect): Promise<void> => {
  for (const statement of eftTables(byBytes(dialect))) await statement.execute(db);
};

const signInTables = (key: RawBuilder<unknown>): RawBuilder<unknown>[] => [
  sql`alter table lenders add column session_minutes integer not null default 30`,
  sql`alter table contracts add column billing_country text not null default 'US'`,
  sql`create index contracts_by_number on contracts (number_search)`,
  sql`create table emails_on_file (
    email ${key} not null, payer_id ${key} not null references payers (id), contract_id ${key} not null, address text not null,
    primary key (email, payer_id, contract_id)
  )`,
  // What was loaded before knew one address a payer.
  sql`insert into emails_on_file (email, payer_id, contract_id, address)
    select lower(contact_email), id, '', contact_email from payers`,
  sql`create table people (
    id ${key} primary key, payer_id ${key} not null references payers (id), email ${key} not null, address text not null,
    first_name text not null, last_name text not null, registered_at text not null,
    unique (email, payer_id)
  )`,
  sql`create table code_requests (
    subject ${key} primary key, id ${key} not null unique, kind text not null, counted_by text not null, offers text not null,
    tries integer not null, code_ends_at bigint not null, ends_at bigint not null
  )`,
  sql`create index code_requests_by_end on code_requests (ends_at)`,
  sql`create table sessions (
    token_hash ${key} primary key, person_id ${key} not null references people (id), created_at text not null, ends_at bigint not null
  )`,
  sql`create index sessions_by_end on sessions (ends_at)`,
];

const createSignInTables = async (db: Kysely<unknown>, dialect: Dialect): Promise<void> => {
  for (const statement of signInTables(byBytes(dialect))) await statement.execute(db);
};

const listTables = (key: RawBuilder<unknown>): RawBuilder<unknown>[] => [
  sql`alter table contract_payers add column status ${key} not null default 'open'`,
  sql`alter table contract_payers add column number ${key} not null default ''`,
  sql`alter table contract_payers add column due_order ${key} not null default ''`,
  sql`alter table contract_payers add column open_order bigint not null default 0`,
  sql`update contract_payers set (status, number, due_order, open_order) =
    (select status, number, due_order, 0 - open_value from contracts where contracts.id = contract_payers.contract_id)`,
  // One for each order, so that a page is read where it begins, and no further than it ends.
  sql`create index contract_payers_by_due_date on contract_payers (payer_id, status, due_order, contract_id)`,
  sql`create index contract_payers_by_number on contract_payers (payer_id, status, number, contract_id)`,
  sql`create index contract_payers_by_open on contract_payers (payer_id, status, open_order, contract_id)`,
  sql`create index contract_payers_by_contract on contract_payers (contract_id)`,
  sql`create table payer_sums (
    payer_id ${key} not null references payers (id), status ${key} not null, currency ${key} not null,
    contracts bigint not null, open_value bigint not null,
    primary key (payer_id, status, currency)
  )`,
  sql`create table payer_dues (
    payer_id ${key} not null references payers (id), status ${key} not null, currency ${key} not null, due_date ${key} not null,
    open_value bigint not null,
    primary key (payer_id, status, currency, due_date)
  )`,
];

const createListTables = async (db: Kysely<Database>, dialect: Dialect): Promise<void> => {
  for (const statement of listTables(byBytes(dialect))) await statement.execute(db);
  await fillSums(db);
};

/** Every migration by name, in the order of the names. */
export const migrationsFor = (dialect: Dialect): MigrationProvider => ({
  getMigrations: (): Promise<Record<string, Migration>> =>
    Promise.resolve({
      '0001-portfolio-and-payments': { up: (db: Kysely<unknown>) => createTables(db, dialect) },
      '0002-rate-limits-and-sealing-check': { up: (db: Kysely<unknown>) => createSafeguards(db, dialect) },
      '0003-eft-batches-and-postings': { up: (db: Kysely<unknown>) => createEftTables(db, dialect) },
      '0004-sign-in-by-code': { up: (db: Kysely<unknown>) => createSignInTables(db, dialect) },
      '0005-lists-by-payer': { up: (db: Kysely<Database>) => createListTables(db, dialect) },
    }),
});
