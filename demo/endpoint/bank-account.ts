/**
 * Adding a bank account: the same number is the same account, a new one is sealed before it is stored. The number is in nobody's hands after.
 */
import type { Kysely } from 'kysely';
import { BankAccountByNumber, BankAccountByToken, type BankAccount, type BankAccountRequest } from '../../src/api/index.js';
import { checkRoutingNumber } from '../../src/domain/routing-number.js';
import type { EndpointDeps, ResolvedToken } from './deps.js';
import { parseForm } from './form.js';
import { newId } from './ids.js';
import { canonicalJson } from './json.js';
import type { Who } from './middleware/who.js';
import { invalid, notFound, ProblemError } from './problems.js';
import { macOfBody, samenessOf, sealNumbers } from './sealing.js';
import { toBankAccount } from './store/accounts.js';
import type { LenderSettings } from './store/lender.js';
import type { BankAccountRow, Database } from './store/schema.js';
import { write, type Trx } from './store/transactions.js';

/** Routing numbers are American: so is the money. */
const currency = 'USD';

const hasOwn = (body: unknown, name: string): boolean => typeof body === 'object' && body !== null && Object.hasOwn(body, name);

const readForm = (body: unknown): BankAccountRequest => {
  if (!hasOwn(body, 'token')) return parseForm(BankAccountByNumber, body);
  const both = ['routingNumber', 'accountNumber'].filter((name) => hasOwn(body, name));
  if (both.length > 0) {
    throw invalid(both.map((name) => ({ pointer: `/${name}`, code: 'not-allowed', detail: 'Send either a token or the numbers.' })));
  }
  return parseForm(BankAccountByToken, body);
};

export const readAccountRequest = (body: unknown): BankAccountRequest => {
  const request = readForm(body);
  // PostgreSQL keeps no NUL; refused here, before a token is exchanged, since most can be exchanged only once.
  if (!request.holderName.includes('\0')) return request;
  throw invalid([{ pointer: '/holderName', code: 'invalid', detail: 'This value is not allowed here.' }]);
};

const resolveNumbers = async (request: BankAccountRequest, deps: EndpointDeps): Promise<ResolvedToken> => {
  if ('token' in request) {
    const resolved = await deps.resolveBankToken?.(request.token);
    if (resolved) return resolved;
    throw invalid([{ pointer: '/token', code: 'unknown-token', detail: 'This bank account could not be read. Enter it again.' }]);
  }
  if (checkRoutingNumber(request.routingNumber) !== undefined) {
    throw invalid([
      { pointer: '/routingNumber', code: 'check-digit', detail: 'This routing number does not exist. Check its nine digits.' },
    ]);
  }
  return request;
};

const longestRun = 4;

/** Whether five or more digits of the number stand in the text one after the other, whatever is put between them. */
const repeats = (text: string, digits: string): boolean => {
  const said = text.replace(/[^\d]/g, '');
  return Array.from({ length: Math.max(0, digits.length - longestRun) }, (_, start) => digits.slice(start, start + longestRun + 1)).some(
    (run) => said.includes(run),
  );
};

/** Names are stored in the clear: a number typed into the wrong field must not be. */
const requireNameWithoutNumbers = (name: string, { routingNumber, accountNumber }: ResolvedToken): void => {
  if (!repeats(name, accountNumber) && !repeats(name, routingNumber)) return;
  throw invalid([{ pointer: '/holderName', code: 'holds-number', detail: 'This is for the name on the account. Leave its numbers out.' }]);
};

/** Such as `Checking ••4417`: digits of the last four only. */
export const accountLabel = (bankName: string | undefined, type: 'checking' | 'savings', last4: string): string =>
  `${bankName ?? (type === 'checking' ? 'Checking' : 'Savings')} ••${last4}`;

export interface AddedAccount {
  readonly account: BankAccount;
  readonly isNew: boolean;
}

interface Adding {
  readonly deps: EndpointDeps;
  readonly who: Who;
  readonly settings: LenderSettings;
  readonly request: BankAccountRequest;
  readonly numbers: ResolvedToken;
}

const newRow = ({ deps, who, settings, request, numbers }: Adding, sameness: string): BankAccountRow => {
  const id = newId(deps.random, 'acct');
  const last4 = numbers.accountNumber.slice(-4);
  const isAccepted = settings.bankAccounts === 'any';
  const help = settings.lender.helpUrl === undefined ? '' : ` ${settings.lender.helpUrl}`;
  return {
    id,
    lender_id: who.lenderId,
    payer_id: who.payerId,
    label: accountLabel(numbers.bankName, request.type, last4),
    bank_name: numbers.bankName ?? null,
    last4,
    type: request.type,
    holder_type: request.holderType,
    holder_name: request.holderName,
    currency,
    status: isAccepted ? 'usable' : 'unverified',
    help: isAccepted ? null : `${settings.lender.name} does not know this account yet. Ask for it to be verified.${help}`,
    sealed: sealNumbers(deps.sealingKey, deps.random, id, numbers),
    sameness,
    created_at: deps.now().toISOString(),
    removed_at: null,
  };
};

const findSame = (trx: Trx, payerId: string, sameness: string): Promise<BankAccountRow | undefined> =>
  trx
    .selectFrom('bank_accounts')
    .selectAll()
    .where('payer_id', '=', payerId)
    .where('sameness', '=', sameness)
    .where('removed_at', 'is', null)
    .executeTakeFirst();

const changing = (): ProblemError => new ProblemError('unavailable', 'The account is being changed. Try again.', { retryAfterSeconds: 1 });

const findOrInsert = async (trx: Trx, adding: Adding): Promise<{ row: BankAccountRow; isNew: boolean }> => {
  const sameness = samenessOf(adding.deps.sealingKey, adding.who.payerId, adding.numbers);
  const row = newRow(adding, sameness);
  const inserted = await trx
    .insertInto('bank_accounts')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 1n) return { row, isNew: true };
  const same = await findSame(trx, adding.who.payerId, sameness);
  // Removed between the two statements: the payer may simply add it again.
  if (same === undefined) throw changing();
  return { row: same, isNew: false };
};

/** What the key already brought about: undefined for a new key. */
const findByKey = async (db: Kysely<Database>, who: Who, key: string, bodyMac: string): Promise<BankAccountRow | undefined> => {
  const known = await db
    .selectFrom('account_keys')
    .innerJoin('bank_accounts', 'bank_accounts.id', 'account_keys.account_id')
    .selectAll('bank_accounts')
    .select('account_keys.body_mac')
    .where('account_keys.lender_id', '=', who.lenderId)
    .where('account_keys.payer_id', '=', who.payerId)
    .where('account_keys.key', '=', key)
    .executeTakeFirst();
  if (known === undefined) return undefined;
  if (known.body_mac !== bodyMac) throw new ProblemError('key-reused', 'This key was used for another bank account.');
  // A late copy of the request must not bring a removed account back.
  if (known.removed_at !== null) throw notFound();
  return known;
};

export interface AddAccount {
  readonly who: Who;
  readonly settings: LenderSettings;
  readonly body: unknown;
  /** Throws where this would be one account too many; not asked for a key that is known. */
  readonly limit: () => Promise<void>;
}

export const addAccount = async (deps: EndpointDeps, { who, settings, body, limit }: AddAccount): Promise<AddedAccount> => {
  const request = readAccountRequest(body);
  const key = request.idempotencyKey.toLowerCase();
  const bodyMac = macOfBody(deps.sealingKey, canonicalJson({ ...(body as object), idempotencyKey: key }));
  // Before a token is exchanged: most can be exchanged only once.
  const earlier = await findByKey(deps.store.db, who, key, bodyMac);
  if (earlier !== undefined) return { account: toBankAccount(earlier), isNew: false };
  await limit();
  const numbers = await resolveNumbers(request, deps);
  requireNameWithoutNumbers(request.holderName, numbers);
  return write(deps.store, async (trx) => {
    const known = await findByKey(trx, who, key, bodyMac);
    if (known !== undefined) return { account: toBankAccount(known), isNew: false };
    const { row, isNew } = await findOrInsert(trx, { deps, who, settings, request, numbers });
    const { numInsertedOrUpdatedRows: kept } = await trx
      .insertInto('account_keys')
      .values({ lender_id: who.lenderId, payer_id: who.payerId, key, account_id: row.id, body_mac: bodyMac })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (kept === 1n) return { account: toBankAccount(row), isNew };
    // Used meanwhile: with another number it is refused, which takes this account back.
    const first = await findByKey(trx, who, key, bodyMac);
    if (first === undefined) throw changing();
    return { account: toBankAccount(first), isNew: false };
  });
};
