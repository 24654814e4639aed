/**
 * Contracts and their open invoices, read in one moment each.
 */
import { Hono, type Context } from 'hono';
import * as z from 'zod/mini';
import { Id, type Contract, type ContractPage, type InFlight, type Invoice, type InvoicePage } from '../../../src/api/index.js';
import { daysAt } from '../calendar.js';
import type { EndpointDeps } from '../deps.js';
import { samePayer, type EndpointEnv } from '../middleware/who.js';
import { whyNotPayable } from '../payable.js';
import { notFound } from '../problems.js';
import { contractSorts, findContract, listContracts, readDue, sortedBy, sumContracts, type ContractSums } from '../store/contracts.js';
import { readCursor, writeCursor } from '../store/cursor.js';
import { readInFlight, sumInFlight } from '../store/in-flight.js';
import { readFirstInvoices, readInvoices } from '../store/invoices.js';
import type { LenderSettings } from '../store/lender.js';
import type { ContractRow } from '../store/schema.js';
import { readSnapshot, type Trx } from '../store/transactions.js';
import { cutToLimit, cutToSize, type Cut } from './pages.js';
import { readChoice, readLimit, readSearch } from './query.js';

const invoicesAlong = 10;
const statuses = ['open', 'closed'] as const;
const ContractCursor = z.tuple([z.union([z.string(), z.int()]), Id]);
const InvoiceCursor = z.tuple([z.string(), Id]);

const invoiceListName = (payerId: string, contractId: string): string => `invoices/${payerId}/${contractId}`;

interface View {
  readonly payerId: string;
  readonly settings: LenderSettings;
  readonly today: string;
  readonly asOf: string;
  readonly cursorKey: Uint8Array;
}

const toInvoicePage = ({ items, hasMore }: Cut<Invoice>, contractId: string, { payerId, asOf, cursorKey }: View): InvoicePage => {
  const last = items.at(-1);
  const nextCursor = hasMore && last ? writeCursor(cursorKey, invoiceListName(payerId, contractId), [last.dueDate, last.id]) : null;
  return { items, nextCursor, asOf };
};

interface ContractParts {
  readonly row: ContractRow;
  readonly sums: ContractSums | undefined;
  readonly inFlight: InFlight[];
  readonly invoices: readonly Invoice[];
}

const toContract = ({ row, sums, inFlight, invoices }: ContractParts, view: View): Contract => {
  const { currency } = row;
  const reason = whyNotPayable(row, sumInFlight(inFlight), view.settings);
  return {
    id: row.id,
    number: row.number,
    description: row.description,
    status: row.status,
    currency,
    version: row.version,
    totals: {
      pastDue: { value: sums?.pastDue ?? 0, currency },
      due: { value: sums?.due ?? 0, currency },
      open: { value: row.open_value, currency },
    },
    ...(sums?.nextDueDate !== undefined && { nextDueDate: sums.nextDueDate }),
    ...(row.autopay_next_date !== null && { autopay: { nextDate: row.autopay_next_date } }),
    inFlight,
    payable: reason === undefined,
    ...(reason !== undefined && { notPayableReason: reason }),
    ...(row.problem !== null && { problem: row.problem }),
    // Ten invoices with very many charges would make a page too large: what doesn't fit is read by the cursor.
    invoices: toInvoicePage(cutToSize(cutToLimit(invoices, invoicesAlong), 256_000), row.id, view),
  };
};

const completeContracts = async (trx: Trx, rows: readonly ContractRow[], view: View): Promise<Contract[]> => {
  const ids = rows.map(({ id }) => id);
  const sums = await readDue(trx, ids, view.today);
  const inFlight = await readInFlight(trx, view.payerId, rows);
  const invoices = await readFirstInvoices(trx, rows, invoicesAlong + 1, view.today);
  return rows.map((row) =>
    toContract({ row, sums: sums.get(row.id), inFlight: inFlight.get(row.id) ?? [], invoices: invoices.get(row.id) ?? [] }, view),
  );
};

export const contractRoutes = (deps: EndpointDeps): Hono<EndpointEnv> => {
  const viewOf = (c: Context<EndpointEnv>): View => {
    const now = deps.now();
    const settings = c.get('settings');
    const { payerId } = c.get('who');
    const { today } = daysAt(settings, now);
    return { payerId, settings, today, asOf: now.toISOString(), cursorKey: deps.authorizationKey };
  };

  const readContract = (c: Context<EndpointEnv>, id: string): Promise<Contract> =>
    readSnapshot(deps.store, async (trx) => {
      const view = viewOf(c);
      const row = Id.safeParse(id).success ? await findContract(trx, view.payerId, id) : undefined;
      const [contract] = row === undefined ? [] : await completeContracts(trx, [row], view);
      if (contract === undefined) throw notFound();
      return contract;
    });

  const routes = new Hono<EndpointEnv>();
  routes
    .use(samePayer)
    .get('/', async (c) => {
      const { payerId } = c.get('who');
      const status = readChoice(c, 'status', statuses, 'open');
      const sort = readChoice(c, 'sort', contractSorts, 'dueDate');
      const limit = readLimit(c, { usual: 20, most: 50 });
      const search = readSearch(c);
      const listName = JSON.stringify(['contracts', payerId, status, sort, search]);
      const cursor = c.req.query('cursor');
      const after = cursor === undefined ? undefined : readCursor(deps.authorizationKey, listName, ContractCursor, cursor);
      const page = await readSnapshot(deps.store, async (trx): Promise<ContractPage> => {
        const view = viewOf(c);
        const rows = await listContracts(trx, { payerId, status, search, sort, after, limit: limit + 1 });
        const shown = cutToLimit(rows, limit);
        const contracts = await completeContracts(trx, shown.items, view);
        const { items, hasMore } = cutToSize({ items: contracts, hasMore: shown.hasMore });
        const last = rows[items.length - 1];
        const nextCursor = hasMore && last ? writeCursor(deps.authorizationKey, listName, sortedBy(last, sort)) : null;
        return { items, nextCursor, asOf: view.asOf, ...(await sumContracts(trx, { payerId, status, search }, view.today)) };
      });
      return c.json(page);
    })
    .get('/:id', async (c) => c.json(await readContract(c, c.req.param('id'))))
    .get('/:id/invoices', async (c) => {
      const { payerId } = c.get('who');
      const id = c.req.param('id');
      const limit = readLimit(c, { usual: 50, most: 200 });
      const cursor = c.req.query('cursor');
      const page = await readSnapshot(deps.store, async (trx): Promise<InvoicePage> => {
        const contract = Id.safeParse(id).success ? await findContract(trx, payerId, id) : undefined;
        if (contract === undefined) throw notFound();
        const position =
          cursor === undefined ? undefined : readCursor(deps.authorizationKey, invoiceListName(payerId, id), InvoiceCursor, cursor);
        const view = viewOf(c);
        const after = position && { dueDate: position[0], id: position[1] };
        const invoices = await readInvoices(trx, { contract, after, limit: limit + 1, today: view.today });
        return toInvoicePage(cutToSize(cutToLimit(invoices, limit)), id, view);
      });
      return c.json(page);
    });
  return routes;
};
