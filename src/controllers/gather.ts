/**
 * Reads the contracts a payment is about: all that can be paid at once, or single ones as they are now.
 * Decides nothing about amounts and writes nothing.
 */
import type { Contract, Currency, Session } from '../api/index.js';
import type { Client, Result } from '../client/client.js';
import { canPay } from '../domain/contract.js';
import { mostLines, type Gathered } from '../domain/draft.js';
import { isBroken } from '../domain/portfolio.js';

/** The most that the endpoint gives on one page. */
const contractsPerPage = 50;

/** A portfolio in which nothing can be paid must not be read for ever. */
const maxPages = 200;

const byDueDate = { q: '', sort: 'dueDate', status: 'open' } as const;

export interface GatherRequest {
  readonly client: Client;
  readonly session: Session;
  readonly currency: Currency;
  /** Whether a payment on the contract is still being checked: then it can't be paid. */
  readonly isChecked: (contractId: string) => boolean;
}

/** The first by due date, as many as the lender takes at once, and what there is beside them. */
export const gatherPayable = async ({ client, session, currency, isChecked }: GatherRequest): Promise<Result<Gathered>> => {
  const contracts: Contract[] = [];
  const others = new Set<Currency>();
  const gathered = (isCapped: boolean): Result<Gathered> => ({
    ok: true,
    value: { contracts, isCapped, otherCurrencies: [...others].toSorted() },
    payer: client.payer,
  });
  let cursor: string | undefined;
  for (let page = 0; page < maxPages; page += 1) {
    const found = await client.contracts(byDueDate, cursor, contractsPerPage);
    if (!found.ok) return found;
    const payable = found.value.items.filter((line): line is Contract => !isBroken(line) && canPay(line, session) && !isChecked(line.id));
    for (const contract of payable) {
      if (contract.currency !== currency) others.add(contract.currency);
      else if (contracts.length === mostLines(session)) return gathered(true);
      else contracts.push(contract);
    }
    cursor = found.value.nextCursor ?? undefined;
    if (cursor === undefined) return gathered(false);
  }
  return gathered(true);
};

/** Those that could be read, in the order asked for. */
export const readContracts = async (client: Client, ids: readonly string[]): Promise<Contract[]> => {
  const found = await Promise.all(ids.map((id) => client.contract(id)));
  return found.flatMap((result) => (result.ok ? [result.value] : []));
};
