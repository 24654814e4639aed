/** Endpoints that list, sort, sum and page wrongly, and whose calendar does not hold together. */
import {
  changeAnswer,
  changeRequest,
  editAnswer,
  editContracts,
  is,
  isRecord,
  itemsOf,
  mapItems,
  queryOf,
  refuse,
  withQuery,
  type Json,
  type Variant,
} from './variant.js';

const editCalendar = (change: (calendar: Json) => Json) =>
  editAnswer('GET', '/session', (session) => ({ ...session, calendar: change(isRecord(session['calendar']) ? session['calendar'] : {}) }));

const isWeekend = (day: unknown): boolean => [0, 6].includes(new Date(`${String(day)}T00:00:00Z`).getUTCDay());

const session: Variant[] = [
  {
    name: 'names a time zone nobody knows',
    breaks: 'session.calendar',
    wrap: editCalendar((calendar) => ({ ...calendar, timeZone: 'Mars/Olympus' })),
  },
  {
    name: 'leaves weekends out of the closed days',
    breaks: 'session.closed-dates',
    wrap: editCalendar((calendar) => ({
      ...calendar,
      closedDates: (calendar['closedDates'] as unknown[]).filter((day) => !isWeekend(day)),
    })),
  },
  {
    name: 'offers today after the cut-off',
    breaks: 'session.cut-off',
    consequences: ['authorization.expiry'],
    wrap: editCalendar((calendar) => ({ ...calendar, cutOff: '08:00' })),
  },
  {
    name: 'skips an open day',
    breaks: 'session.cut-off',

    wrap: editCalendar((calendar) => ({ ...calendar, earliestDate: '2026-11-24' })),
    perhaps: ['date.too-early', 'authorization.expiry'],
  },
  {
    name: 'has a smallest amount above the largest',
    breaks: 'session.limits',
    wrap: editAnswer('GET', '/session', (value) => ({
      ...value,
      limits: { min: { value: 500, currency: 'USD' }, max: { value: 100, currency: 'USD' }, maxItems: 5 },
    })),
  },
];

const editInvoices = (change: (invoice: Json) => Json) => editAnswer('GET', /\/invoices$/, (page) => mapItems(page, change));

const addTo = (money: unknown, more: number): Json => (isRecord(money) ? { ...money, value: Number(money['value']) + more } : {});

const isList = (request: Request): boolean => is(request, 'GET', '/contracts');

const contracts: Variant[] = [
  {
    name: 'sorts as it likes where it does not know the order',
    breaks: 'contracts.choices',
    wrap: changeRequest((request) =>
      isList(request) && !['dueDate', 'number', 'open', null].includes(queryOf(request, 'sort'))
        ? withQuery(request, { sort: null })
        : request,
    ),
  },
  {
    name: 'sorts by number unless asked otherwise',
    breaks: 'contracts.choices',
    wrap: changeRequest((request) =>
      isList(request) && queryOf(request, 'sort') === null ? withQuery(request, { sort: 'number' }) : request,
    ),
  },
  {
    name: 'lists closed contracts among the open ones',
    breaks: 'contracts.choices',
    perhaps: ['contracts.total', 'contracts.list-totals', 'page.once', 'page.limit'],
    wrap: changeRequest((request) => (isList(request) ? withQuery(request, { status: 'open' }) : request)),
  },
  {
    name: 'sorts by due date whatever is asked',
    breaks: 'contracts.sort',
    wrap: changeRequest((request) =>
      isList(request) && queryOf(request, 'sort') === 'open' ? withQuery(request, { sort: 'dueDate' }) : request,
    ),
  },
  {
    name: 'sorts numbers downwards',
    breaks: 'contracts.sort',
    wrap: editAnswer('GET', '/contracts', (page, request) =>
      queryOf(request, 'sort') === 'number' ? { ...page, items: itemsOf(page).reverse() } : page,
    ),
  },
  {
    name: 'searches for whole numbers only',
    breaks: 'contracts.search',
    wrap: editAnswer('GET', '/contracts', (page, request) => {
      const q = queryOf(request, 'q');
      return q === null ? page : { ...page, items: itemsOf(page).filter(({ number }) => String(number).toLowerCase() === q.toLowerCase()) };
    }),
  },
  {
    name: 'does not search at all',
    breaks: 'contracts.search',
    wrap: changeRequest((request) => (isList(request) ? withQuery(request, { q: null }) : request)),
  },
  {
    name: 'counts the page, not the result',
    breaks: 'contracts.total',
    wrap: editAnswer('GET', '/contracts', (page) => ({ ...page, total: itemsOf(page).length })),
  },
  {
    name: 'sums the page, not the result',
    breaks: 'contracts.list-totals',
    wrap: editAnswer('GET', '/contracts', (page) => ({ ...page, totals: itemsOf(page).map(({ totals }) => totals) })),
  },
  {
    name: 'counts what is due today as past due',
    breaks: 'contracts.totals',
    consequences: ['contracts.list-totals'],
    wrap: editContracts((contract) =>
      isRecord(contract['totals']) ? { ...contract, totals: { ...contract['totals'], pastDue: contract['totals']['due'] } } : contract,
    ),
  },
  {
    name: 'describes a contract differently in the list',
    breaks: 'contracts.one',
    wrap: editAnswer('GET', '/contracts', (page) => mapItems(page, (contract) => ({ ...contract, description: 'A lease' }))),
  },
  {
    name: 'sends invoices along without the cursor that goes on',
    breaks: 'contracts.along',
    wrap: editContracts((contract) =>
      isRecord(contract['invoices']) ? { ...contract, invoices: { ...contract['invoices'], nextCursor: null } } : contract,
    ),
  },
  {
    name: 'sends the last invoices along',
    breaks: 'contracts.along',
    consequences: ['contracts.sort'],
    wrap: editContracts((contract) =>
      isRecord(contract['invoices'])
        ? { ...contract, invoices: { ...contract['invoices'], items: itemsOf(contract['invoices']).reverse() } }
        : contract,
    ),
  },
  {
    name: 'has charges that do not add up to their invoice',
    breaks: 'invoices.open',
    wrap: editInvoices((invoice) => ({
      ...invoice,
      charges: (invoice['charges'] as Json[]).map((charge, index) =>
        index === 0 ? { ...charge, open: addTo(charge['open'], 1) } : charge,
      ),
    })),
  },
  {
    name: 'lists the latest invoice first',
    breaks: 'invoices.order',
    consequences: ['contracts.along'],
    wrap: editAnswer('GET', /\/invoices$/, (page) => ({ ...page, items: itemsOf(page).reverse() })),
  },
  {
    name: 'gives a contract another version each time it is read',
    breaks: 'version.stays',
    consequences: ['contracts.one', 'preview.writes-nothing', 'all.none'],
    wrap: (next) => {
      let count = 0;
      const editing = editContracts((contract) => {
        count += 1;
        return { ...contract, version: `${String(contract['version'])}~${count}` };
      })(next);
      return async (request) => {
        if (request.method !== 'POST') return editing(request);
        const text = (await request.clone().text()).replace(/~\d+"/g, (end) => `"${' '.repeat(end.length - 1)}`);
        const headers = new Headers(request.headers);
        headers.delete('content-length');
        return next(new Request(request.url, { method: 'POST', headers, body: text }));
      };
    },
  },
];

const pages: Variant[] = [
  {
    name: 'gives the first page of payments for every cursor',
    breaks: 'page.once',
    consequences: ['page.cursor-refused'],
    wrap: changeRequest((request) => (is(request, 'GET', '/payments') ? withQuery(request, { cursor: null }) : request)),
  },
  {
    name: 'forgets the last contract',
    breaks: 'page.once',
    wrap: editAnswer('GET', '/contracts', (page, request) =>
      queryOf(request, 'cursor') !== null && page['nextCursor'] === null ? { ...page, items: itemsOf(page).slice(1) } : page,
    ),
  },
  {
    name: 'begins anew for a cursor it does not know',
    breaks: 'page.cursor-refused',
    wrap: (next) => async (request) => {
      const response = await next(request);
      return response.status === 422 && is(request, 'GET', '/bank-accounts') && queryOf(request, 'cursor') !== null
        ? next(withQuery(request, { cursor: null }))
        : response;
    },
  },
  {
    name: 'gives as many invoices as it likes',
    breaks: 'page.limit',
    wrap: changeRequest((request) =>
      is(request, 'GET', /\/invoices$/) && queryOf(request, 'limit') === '1' ? withQuery(request, { limit: '50' }) : request,
    ),
  },
  {
    name: 'refuses a limit above the largest',
    breaks: 'page.limit',
    wrap: changeAnswer((response, request) =>
      queryOf(request, 'limit') === '100000'
        ? refuse(response, 422, 'invalid', [{ pointer: '?limit', code: 'too-large', detail: 'Too large.' }])
        : response,
    ),
  },
  {
    name: 'takes a limit of nothing for no limit',
    breaks: 'page.limit-refused',
    wrap: changeRequest((request) => (queryOf(request, 'limit') === '0' ? withQuery(request, { limit: null }) : request)),
  },
];

export const readingVariants: readonly Variant[] = [...session, ...contracts, ...pages];
