/**
 * What the payer sees before paying: the session and a page of contracts, and how fresh they are.
 * Knows nothing of how they are fetched or drawn.
 */
import type { Contract, Invoice, Money, PlainDate, PublicLender, Session, Timestamp, Totals } from '../api/index.js';
import type { Fault } from './errors.js';

/** A contract the endpoint could not send whole, or that failed its schema: named, never payable. */
export interface BrokenContract {
  readonly broken: true;
  readonly id: string;
  /** Contract number where it could be read, else empty. */
  readonly number: string;
}

/** One line of the list. `invoices` is the page of open invoices shown now, which may not be the first. */
export type ContractLine = Contract | BrokenContract;

export const isBroken = (line: ContractLine): line is BrokenContract => 'broken' in line;

export type ContractSort = 'dueDate' | 'number' | 'open';

export interface ContractQuery {
  /** Part of a contract or invoice number; empty for all. */
  readonly q: string;
  readonly sort: ContractSort;
  readonly status: 'open' | 'closed';
}

/** Where in the open invoices of one contract the shown page stands. */
export interface InvoiceWindow {
  readonly invoices: readonly Invoice[];
  /** Index of the first shown invoice, from 0. */
  readonly offset: number;
  readonly hasNext: boolean;
  readonly isLoading: boolean;
  /** The next page could not be had. */
  readonly fault?: Fault;
}

/** A payment whose outcome is not known yet, as the journal remembers it. */
export interface OpenEntry {
  readonly key: string;
  readonly contracts: readonly { readonly id: string; readonly number: string; readonly amount: Money }[];
  readonly date: PlainDate;
  /** When the payer pressed. */
  readonly pressedAt: Timestamp;
}

export type PortfolioStatus = 'loading' | 'ready' | 'failed' | 'signed-out';

export interface PortfolioState {
  readonly status: PortfolioStatus;
  readonly session?: Session;
  /** The lender as known without a token; for the heading of the signed-out view. */
  readonly lender?: PublicLender;
  readonly contracts: readonly ContractLine[];
  /** Per contract id, only where the payer turned the page of its invoices. */
  readonly windows: ReadonlyMap<string, InvoiceWindow>;
  readonly total: number;
  readonly totals: readonly Totals[];
  readonly asOf?: Timestamp;
  readonly query: ContractQuery;
  /** By which the contracts shown were read: another than `query` while, or where, that brought none. */
  readonly listed: ContractQuery;
  /** Only the contract that the page named is shown. */
  readonly isNamed: boolean;
  /** Index of the first shown contract, from 0. */
  readonly offset: number;
  readonly hasNext: boolean;
  /** A read is under way while older data stays on screen. */
  readonly isRefreshing: boolean;
  readonly isOffline: boolean;
  /** The last refresh failed: what is shown is older than it should be. */
  readonly isStale: boolean;
  readonly fault?: Fault;
  /** Payments of this payer still being checked; their contracts can't be paid. */
  readonly checking: readonly OpenEntry[];
}

const firstQuery: ContractQuery = { q: '', sort: 'dueDate', status: 'open' };

/** Before anything was read. */
export const emptyPortfolio: PortfolioState = {
  status: 'loading',
  contracts: [],
  windows: new Map(),
  total: 0,
  totals: [],
  query: firstQuery,
  listed: firstQuery,
  isNamed: false,
  offset: 0,
  hasNext: false,
  isRefreshing: false,
  isOffline: false,
  isStale: false,
  checking: [],
};

type Page = Pick<PortfolioState, 'listed' | 'offset'>;

/** Whether the same page of the same list is shown, as a refresh brings it. */
export const isSamePage = (before: Page, now: Page): boolean => before.listed === now.listed && before.offset === now.offset;

/** Whether another page of the same list is shown: no other search, order or status. */
export const hasTurnedPage = (before: Page, now: Page): boolean => before.listed === now.listed && before.offset !== now.offset;
