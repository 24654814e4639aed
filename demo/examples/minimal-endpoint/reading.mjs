/** What the smallest endpoint shows: contracts with their invoices, pages, bank accounts. Knows nothing of HTTP. */
import { randomUUID } from 'node:crypto';
import { accounts, calendar, contracts, usd } from './books.mjs';
import { inFlightOf, invalid, isInUse, leftOf, mac, notFound, Refusal } from './payments.mjs';

/** A cursor is the last id of the page before, signed for this list. */
export const page = (list, items, query, { usual, most }) => {
  const limit = query.get('limit') ?? String(usual);
  if (!/^\d{1,9}$/.test(limit) || Number(limit) < 1) throw invalid('?limit');
  const cursor = query.get('cursor');
  const [last, signature] = cursor?.split('.') ?? [];
  if (cursor !== null && signature !== mac(`${list} ${last}`)) throw invalid('?cursor');
  const start = items.findIndex(({ id }) => id === last) + 1;
  const shown = items.slice(start, start + Math.min(Number(limit), most));
  const end = shown.at(-1)?.id;
  const nextCursor = start + shown.length < items.length ? `${end}.${mac(`${list} ${end}`)}` : null;
  return { items: shown, nextCursor, asOf: new Date().toISOString() };
};

const openWhere = ({ invoices }, isIn) =>
  usd(invoices.filter(({ dueDate }) => isIn(dueDate)).reduce((sum, { open }) => sum + open.value, 0));

const totalsOf = (contract) => {
  const { today } = calendar();
  return {
    pastDue: openWhere(contract, (day) => day < today),
    due: openWhere(contract, (day) => day <= today),
    open: openWhere(contract, () => true),
  };
};

const viewContract = (contract, payer) => {
  const { id, number, description, version, invoices } = contract;
  const inFlight = inFlightOf(contract).map(({ owner, view }) => ({
    ...(owner === payer.id && { paymentId: view.id }),
    ...{ amount: view.amount, date: view.date, status: view.status },
  }));
  const payable = leftOf(contract) > 0;
  const reason = payable ? {} : { notPayableReason: 'Payments for all that is open are under way.' };
  const known = { id, number, description, status: 'open', currency: 'USD', version, totals: totalsOf(contract) };
  const along = page(`invoices ${id}`, invoices, new URLSearchParams(), { usual: 10, most: 10 });
  return { ...known, inFlight, payable, ...reason, invoices: along };
};

const orders = {
  dueDate: (a, b) => a.invoices[0].dueDate.localeCompare(b.invoices[0].dueDate),
  number: (a, b) => a.number.localeCompare(b.number),
  open: (a, b) => totalsOf(b).open.value - totalsOf(a).open.value,
};

export const listContracts = (query, payer) => {
  const [status, sort, q] = [query.get('status') ?? 'open', query.get('sort') ?? 'dueDate', (query.get('q') ?? '').toLowerCase()];
  if (!['open', 'closed'].includes(status)) throw invalid('?status');
  if (!Object.hasOwn(orders, sort)) throw invalid('?sort');
  const matches = ({ number, invoices }) => [number, ...invoices.map((one) => one.number)].some((text) => text.toLowerCase().includes(q));
  const found = contracts.filter((one) => status === 'open' && one.owners.includes(payer.id) && matches(one)).sort(orders[sort]);
  const shown = page(`contracts ${payer.id} ${status} ${sort} ${q}`, found, query, { usual: 20, most: 50 });
  const add = (name) => usd(found.reduce((sum, one) => sum + totalsOf(one)[name].value, 0));
  const totals = [{ pastDue: add('pastDue'), due: add('due'), open: add('open') }];
  return { ...shown, items: shown.items.map((one) => viewContract(one, payer)), total: found.length, totals };
};

const findContract = (id, payer) => {
  const contract = contracts.find((one) => one.id === id && one.owners.includes(payer.id));
  if (!contract) throw notFound();
  return contract;
};

export const readContract = (id, payer) => viewContract(findContract(id, payer), payer);
export const listInvoices = (id, query, payer) => page(`invoices ${id}`, findContract(id, payer).invoices, query, { usual: 50, most: 200 });

export const listAccounts = (query, payer) => {
  const own = accounts.filter(({ owner }) => owner === payer.id).map(({ view }) => view);
  return page(`accounts ${payer.id}`, own, query, { usual: 50, most: 50 });
};

const hasCheckDigit = (digits) => [3, 7, 1, 3, 7, 1, 3, 7, 1].reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 10 === 0;
const isText = (value, pattern) => typeof value === 'string' && pattern.test(value);
/** By payer and key. */
const added = new Map();

/** Keeps what tells two numbers apart, and never the number: yours seals it, since it has to be debited. */
export const addAccount = (body, payer) => {
  const { routingNumber, accountNumber, type, holderType, holderName } = body;
  if (!isText(body.idempotencyKey, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)) throw invalid('/idempotencyKey');
  if ('token' in body) throw invalid('/token');
  if (!isText(routingNumber, /^\d{9}$/) || !hasCheckDigit(routingNumber)) throw invalid('/routingNumber');
  if (!isText(accountNumber, /^\d{4,17}$/)) throw invalid('/accountNumber');
  if (!isText(type, /^(checking|savings)$/)) throw invalid('/type');
  if (!isText(holderType, /^(business|consumer)$/)) throw invalid('/holderType');
  if (!isText(holderName, /^(?!.*\d{5}).{1,140}$/)) throw invalid('/holderName');
  const key = `${payer.id} ${body.idempotencyKey.toLowerCase()}`;
  const sameness = mac(`${payer.id} ${routingNumber} ${accountNumber}`);
  const hash = mac(JSON.stringify([sameness, type, holderType, holderName]));
  if (added.has(key) && added.get(key).hash !== hash) throw new Refusal('key-reused', 422);
  const same = added.get(key) ?? accounts.find((one) => one.sameness === sameness);
  const last4 = accountNumber.slice(-4);
  const view = same?.view ?? { id: randomUUID(), label: `Account ••${last4}`, last4, type, holderType, currency: 'USD', status: 'usable' };
  if (!same) accounts.push({ owner: payer.id, sameness, view });
  added.set(key, { hash, view });
  return { isNew: !same, view };
};

export const removeAccount = (id, payer) => {
  const index = accounts.findIndex(({ owner, view }) => owner === payer.id && view.id === id);
  if (index < 0) throw notFound();
  if (isInUse(id)) throw new Refusal('account-in-use', 409);
  accounts.splice(index, 1);
};
