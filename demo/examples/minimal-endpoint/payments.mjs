/**
 * Previews and payments of the smallest endpoint. Each function runs from its first line to its last without a pause: that is what a database
 * transaction is for in yours. Knows nothing of HTTP; a refusal is thrown.
 */
import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { accounts, authorizationEnd, calendar, contracts, lender, nextOpenDay, usd } from './books.mjs';

const secret = randomBytes(32);
export const mac = (text) => createHmac('sha256', secret).update(text, 'utf8').digest('base64url');
const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

/** By payer and key: a hash of the body and its payments, or a tombstone. For ever. */
const keys = new Map();
const payments = [];

export class Refusal extends Error {
  constructor(name, status, errors) {
    super(name);
    Object.assign(this, { status, errors });
  }
}
const errorAt = (pointer, code) => ({ pointer, code, detail: 'This cannot be accepted.' });
export const invalid = (pointer, code = 'invalid') => new Refusal('invalid', 422, [errorAt(pointer, code)]);
export const notFound = () => new Refusal('not-found', 404);

export const readKey = (key) => {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(key)) throw new Refusal('invalid', 400);
  return key.toLowerCase();
};

const sorted = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value;
/** One text for the same values, in whatever order they stand. */
const canonical = (value) => JSON.stringify(value, (_, part) => sorted(part));

const isInFlight = ({ view }) => ['pending', 'scheduled', 'pending_cancel'].includes(view.status);
export const inFlightOf = ({ id }) => payments.filter((payment) => payment.view.contractId === id && isInFlight(payment));
export const isInUse = (accountId) => payments.some((payment) => payment.accountId === accountId && isInFlight(payment));
const sum = (amounts) => amounts.reduce((total, { value }) => total + value, 0);
export const leftOf = (contract) =>
  sum(contract.invoices.map(({ open }) => open)) - sum(inFlightOf(contract).map(({ view }) => view.amount));

const isDay = (text) =>
  typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

/** Form: what the body alone tells. payAll is off, so there is one item. */
const requireForm = ({ items, date, accountId, locale }) => {
  if (!Array.isArray(items) || items.length !== 1) throw invalid('/items');
  const { contractId, contractVersion, amount } = items[0] ?? {};
  if (typeof contractId !== 'string') throw invalid('/items/0/contractId');
  if (typeof contractVersion !== 'string') throw invalid('/items/0/contractVersion');
  if (!Number.isSafeInteger(amount?.value) || !/^[A-Z]{3}$/.test(amount.currency)) throw invalid('/items/0/amount');
  if (!isDay(date)) throw invalid('/date');
  if (typeof accountId !== 'string') throw invalid('/accountId');
  if (typeof locale !== 'string' || locale.length > 35 || !/^(?!.*\d{5})[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(locale))
    throw invalid('/locale');
};

/** Ids, together with the payer; then the version. */
const find = ({ items: [item], accountId }, payer) => {
  const contract = contracts.find(({ id, owners }) => id === item.contractId && owners.includes(payer.id));
  const account = accounts.find(({ owner, view }) => owner === payer.id && view.id === accountId);
  if (!contract) throw invalid('/items/0/contractId', 'unknown-id');
  if (!account) throw invalid('/accountId', 'unknown-id');
  if (item.contractVersion !== contract.version) throw new Refusal('contract-changed', 409, [errorAt('/items/0/contractVersion', 'stale')]);
  return { contract, account };
};

/** Money and date; every account here is usable. schedule is off, so there is one date. */
const requireTerms = ({ items: [{ amount }], date }, contract) => {
  const left = leftOf(contract);
  if (left <= 0) throw invalid('/items/0/contractId', 'not-payable');
  if (amount.value <= 0 || amount.value > left || amount.currency !== 'USD') throw invalid('/items/0/amount');
  if (date !== calendar().earliestDate) throw invalid('/date');
};

const writeText = ({ items: [{ contractId, amount }], date }, payer, { view }) =>
  `I, for ${payer.name}, authorize ${lender.name} to debit ${view.label} once, on or after ${date}, by $${(amount.value / 100).toFixed(2)} ` +
  `for contract ${contractId}. To revoke this before the cut-off, I call ${lender.supportPhone}.`;

/** Authenticates all that was previewed, so that nothing is stored before a payment. */
const idFor = ({ items, date, accountId, locale }, payer, text, ends) =>
  `${ends}.${mac(canonical([payer.id, items, date, accountId, locale, text, ends]))}`;

const warn = ({ items: [{ contractId, amount }] }, contract) => {
  const underWay = inFlightOf(contract);
  const codes = underWay.length > 0 ? ['in-flight'] : [];
  if (underWay.some(({ view }) => view.amount.value === amount.value)) codes.push('look-alike');
  return codes.map((code) => ({ code, text: 'A payment on this contract is already under way.', contractId }));
};

export const preview = (body, payer) => {
  requireForm(body);
  const { contract, account } = find(body, payer);
  requireTerms(body, contract);
  const [text, ends] = [writeText(body, payer, account), authorizationEnd()];
  const authorization = { id: idFor(body, payer, text, ends), text, sha256: sha256(text), expiresAt: new Date(ends).toISOString() };
  return { expectedDebitDate: nextOpenDay(body.date), authorization, warnings: warn(body, contract) };
};

/** Written anew, and compared: what is paid is what was previewed, in time. */
const requireAuthorization = (body, payer, account) => {
  const { id, sha256: hash, acceptedAt } = body.authorization;
  const text = writeText(body, payer, account);
  const ends = Number(id.split('.')[0]);
  if (id !== idFor(body, payer, text, ends) || hash !== sha256(text) || Date.now() >= ends) throw new Refusal('preview-changed', 409);
  return { text, locale: body.locale, acceptedAt };
};

const record = (body, payer, { contract, account, authorization }) => {
  const createdAt = new Date().toISOString();
  const view = {
    id: `pay_${randomUUID()}`,
    contractId: contract.id,
    contractNumber: contract.number,
    amount: usd(body.items[0].amount.value),
    date: body.date,
    expectedDebitDate: nextOpenDay(body.date),
    status: 'pending',
    account: { label: account.view.label },
    reference: randomUUID().slice(0, 8).toUpperCase(),
    cancelable: false,
    createdAt,
    updatedAt: createdAt,
  };
  contract.version = `${contract.id}.${randomUUID()}`;
  const payment = { owner: payer.id, accountId: body.accountId, view, authorization };
  payments.push(payment);
  return payment;
};

const resultOf = (key, { payment }) => ({ key, payments: [payment.view] });

/** The order of these lines is the order of checks. Another payer's key is another key. */
export const pay = (body, headerKey, payer) => {
  const key = readKey(headerKey);
  if (readKey(body.idempotencyKey) !== key) throw new Refusal('invalid', 400);
  const hash = sha256(canonical({ ...body, idempotencyKey: key }));
  const known = keys.get(`${payer.id} ${key}`);
  if (known?.isVoid) throw new Refusal('voided', 410);
  if (known && known.hash !== hash) throw new Refusal('key-reused', 422);
  if (known) return { isReplay: true, result: resultOf(key, known) };
  requireForm(body);
  if (typeof body.authorization?.id !== 'string') throw invalid('/authorization');
  const { contract, account } = find(body, payer);
  const authorization = requireAuthorization(body, payer, account);
  requireTerms(body, contract);
  const made = { hash, payment: record(body, payer, { contract, account, authorization }) };
  keys.set(`${payer.id} ${key}`, made);
  return { isReplay: false, result: resultOf(key, made) };
};

export const findByKey = (text, payer) => {
  const key = readKey(text);
  const known = keys.get(`${payer.id} ${key}`);
  if (!known) throw notFound();
  if (known.isVoid) throw new Refusal('voided', 410);
  return resultOf(key, known);
};

/** Undefined for a key that brought nothing about, and never will. */
export const voidKey = (text, payer) => {
  const key = readKey(text);
  const known = keys.get(`${payer.id} ${key}`);
  if (known && !known.isVoid) return resultOf(key, known);
  keys.set(`${payer.id} ${key}`, { isVoid: true });
  return undefined;
};

/** For the receipt. */
export const readPayment = (id, payer) => {
  const payment = payments.find(({ owner, view }) => owner === payer.id && view.id === id);
  if (!payment) throw notFound();
  return { ...payment.view, authorization: payment.authorization };
};
