/** Endpoints that preview amounts and days they must refuse. */
import {
  changeAnswer,
  changeRequest,
  getRecord,
  is,
  isRecord,
  itemsOf,
  mapItems,
  parse,
  readBody,
  readRecord,
  refuse,
  withJson,
  type Json,
  type Variant,
} from './variant.js';

const isPreview = (request: Request): boolean => is(request, 'POST', '/payments/preview');

const amountOf = (item: Json): Json => (isRecord(item['amount']) ? item['amount'] : {});

/** Questions for a preview whose amounts are changed before they are judged. */
const changeAmounts = (change: (amount: Json, item: Json) => Json) =>
  changeRequest(async (request) => {
    const text = isPreview(request) ? await readBody(request) : '';
    const body = parse(text);
    if (!isRecord(body) || !Array.isArray(body['items']) || text.length > 2_000) return request;
    const changed = mapItems(body, (item) => (isRecord(item['amount']) ? { ...item, amount: change(amountOf(item), item) } : item));
    return JSON.stringify(changed) === JSON.stringify(body) ? request : withJson(request, changed);
  });

const changeDates = (change: (date: unknown) => unknown) =>
  changeRequest(async (request) => {
    const body = isPreview(request) ? parse(await readBody(request)) : undefined;
    if (!isRecord(body) || !('date' in body) || change(body['date']) === body['date']) return request;
    return withJson(request, { ...body, date: change(body['date']) });
  });

const least = 500;

const amounts: Variant[] = [
  {
    name: 'takes amounts in quotes for numbers',
    breaks: 'money.form',
    wrap: changeAmounts((amount) =>
      typeof amount['value'] === 'string' && amount['value'] !== '' ? { ...amount, value: Number(amount['value']) } : amount,
    ),
  },
  {
    name: 'rounds amounts',
    breaks: 'money.form',
    wrap: changeAmounts((amount) =>
      typeof amount['value'] === 'number' && amount['value'] < 1_000 ? { ...amount, value: Math.round(amount['value']) } : amount,
    ),
  },
  {
    name: 'takes an amount that is missing for the smallest',
    breaks: 'money.form',
    wrap: changeAmounts((amount) => (amount['value'] === null ? { ...amount, value: least } : amount)),
  },
  {
    name: 'previews a payment of nothing',
    breaks: 'money.positive',
    wrap: changeAmounts((amount) => (amount['value'] === 0 ? { ...amount, value: least } : amount)),
  },
  {
    name: 'pays out what is negative',
    breaks: 'money.positive',
    wrap: changeAmounts((amount) => (amount['value'] === -least ? { ...amount, value: least } : amount)),
  },
  {
    name: 'takes every currency for the contract’s',
    breaks: 'money.currency',
    consequences: ['all.mixed'],
    wrap: changeAmounts((amount) => ({ ...amount, currency: 'USD' })),
  },
  {
    name: 'forgets the smallest amount',
    breaks: 'money.limits',
    wrap: changeAmounts((amount) => (amount['value'] === least - 1 ? { ...amount, value: least } : amount)),
  },
  {
    name: 'wants the smallest amount of whoever owes less',
    breaks: 'money.whole-below-min',
    wrap: changeAnswer(async (response, request) => {
      if (!isPreview(request) || !response.ok) return response;
      const [item] = itemsOf(await readRecord(request));
      const isLess = item !== undefined && Number(amountOf(item)['value']) < least;
      return isLess
        ? refuse(response, 422, 'invalid', [{ pointer: '/items/0/amount', code: 'below-min', detail: 'Too little.' }])
        : response;
    }),
  },
  {
    name: 'previews more than is open',
    breaks: 'money.above-open',
    wrap: (next) => async (request) => {
      const response = await next(request.clone());
      if (!isPreview(request) || !(await response.clone().text()).includes('above-open')) return response;
      const body = mapItems(await readRecord(request), (item) => ({ ...item, amount: { ...amountOf(item), value: least } }));
      return next(withJson(request, body));
    },
  },
  {
    name: 'forgets what is in flight',
    breaks: 'money.above-open',
    wrap: (next) => async (request) => {
      const response = await next(request.clone());
      if (!isPreview(request) || !(await response.clone().text()).includes('above-open')) return response;
      const body = await readRecord(request);
      const [item] = itemsOf(body);
      const contract = await getRecord(next, request, `/contracts/${String(item?.['contractId'])}`);
      const open = isRecord(contract['totals']) && isRecord(contract['totals']['open']) ? contract['totals']['open']['value'] : 0;
      if (item === undefined || Number(amountOf(item)['value']) > Number(open)) return response;
      return next(
        withJson(
          request,
          mapItems(body, (one) => ({ ...one, amount: { ...amountOf(one), value: least } })),
        ),
      );
    },
  },
  {
    name: 'takes less than is due, although partial is off',
    breaks: 'money.below-due',
    lender: { features: { partial: false } },
    wrap: (next) => async (request) => {
      const response = await next(request.clone());
      if (!isPreview(request) || !(await response.clone().text()).includes('below-due')) return response;
      const body = mapItems(await readRecord(request), (item) => ({
        ...item,
        amount: { ...amountOf(item), value: Number(amountOf(item)['value']) + 1 },
      }));
      return next(withJson(request, body));
    },
  },
];

const today = '2026-11-23';

const days: Variant[] = [
  { name: 'takes 30 February for 2 March', breaks: 'date.form', wrap: changeDates((date) => (date === '2026-02-30' ? today : date)) },
  {
    name: 'takes a moment for its day',
    breaks: 'date.form',
    wrap: changeDates((date) => (typeof date === 'string' && date.includes('T') ? today : date)),
  },
  {
    name: 'takes a past day for today',
    breaks: 'date.past',
    wrap: changeDates((date) =>
      typeof date === 'string' && /^\d{4}-\d\d-\d\d$/.test(date) && date > '2025-11' && date < today ? today : date,
    ),
    perhaps: ['date.form'],
  },
  { name: 'pays on closed days', breaks: 'date.closed', wrap: changeDates((date) => (date === '2026-11-28' ? '2026-11-27' : date)) },
  {
    name: 'pays however late',
    breaks: 'date.too-late',
    wrap: changeDates((date) =>
      typeof date === 'string' && date.startsWith('2028') ? today : typeof date === 'string' && date > '2027-12' ? today : date,
    ),
  },
  {
    name: 'pays today after the cut-off',
    breaks: 'date.too-early',
    now: new Date('2026-11-23T23:30:00Z'),
    wrap: changeDates((date) => (date === today ? '2026-11-24' : date)),
  },
  {
    name: 'schedules, although schedule is off',
    breaks: 'date.schedule',
    lender: { features: { schedule: false } },
    wrap: changeDates((date) => (date === '2026-11-30' ? today : date)),
  },
  {
    name: 'does not schedule, although schedule is on',
    breaks: 'date.schedule',
    wrap: changeAnswer(async (response, request) =>
      isPreview(request) && response.ok && (await readRecord(request))['date'] !== today
        ? refuse(response, 422, 'invalid', [{ pointer: '/date', code: 'not-earliest', detail: 'Today only.' }])
        : response,
    ),
  },
];

export const amountVariants: readonly Variant[] = [...amounts, ...days];
