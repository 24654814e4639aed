/**
 * What is asked to be paid: the form's own rules, and the contracts and the account behind its ids. One way for preview and payment.
 */
import type { FieldError, InFlight, PreviewRequest } from '../../src/api/index.js';
import type { Who } from './middleware/who.js';
import { invalid, ProblemError } from './problems.js';
import { readDue } from './store/contracts.js';
import { sumInFlight } from './store/in-flight.js';
import type { LenderSettings } from './store/lender.js';
import type { ContractRow } from './store/schema.js';
import type { Submitted, SubmittedAccount, SubmittedIds } from './store/submitted.js';
import type { Trx } from './store/transactions.js';

export interface SubmittedItem {
  readonly contract: ContractRow;
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
  readonly sentVersion: string;
  /** 0 where parts may be paid. */
  readonly due: number;
  readonly inFlight: readonly InFlight[];
  readonly inFlightSum: number;
}

export interface Submission {
  /** In the order sent. */
  readonly items: readonly SubmittedItem[];
  readonly account: SubmittedAccount;
  readonly date: string;
  readonly locale: string;
}

const repeatedContracts = ({ items }: PreviewRequest): FieldError[] =>
  items.flatMap(({ contractId }, index) =>
    items.findIndex((other) => other.contractId === contractId) < index
      ? [{ pointer: `/items/${index}/contractId`, code: 'duplicate', detail: 'A contract can be paid once in one payment.' }]
      : [],
  );

const mixedCurrencies = ({ items }: PreviewRequest): FieldError[] =>
  items
    .map(({ amount }) => amount.currency)
    .flatMap((currency, index, currencies) =>
      currency === currencies[0]
        ? []
        : [{ pointer: `/items/${index}/amount`, code: 'mixed-currencies', detail: 'All amounts of one payment are in one currency.' }],
    );

const tooManyItems = ({ items }: PreviewRequest, { features, limits }: LenderSettings): FieldError[] => {
  const most = features.payAll ? limits.maxItems : 1;
  if (items.length <= most) return [];
  const detail = most === 1 ? 'Contracts are paid one at a time here.' : `At most ${most} contracts can be paid at once.`;
  return [{ pointer: '/items', code: 'too-many', detail }];
};

/** Sums are written into the authorization, so they must be exact. */
const inexactTotal = ({ items }: PreviewRequest): FieldError[] =>
  Number.isSafeInteger(items.reduce((sum, { amount }) => sum + Math.abs(amount.value), 0))
    ? []
    : [{ pointer: '/items', code: 'too-large', detail: 'The amounts together are too large.' }];

/** What the form alone can say, without a look at any contract. */
export const requireForm = (request: PreviewRequest, settings: LenderSettings): void => {
  const errors = [...tooManyItems(request, settings), ...repeatedContracts(request), ...mixedCurrencies(request), ...inexactTotal(request)];
  if (errors.length > 0) throw invalid(errors);
};

const unknownId = (pointer: string): FieldError => ({ pointer, code: 'unknown-id', detail: 'Nothing is known by this id.' });

interface FoundItem {
  readonly item: PreviewRequest['items'][number];
  readonly contract: ContractRow;
}

/** Each item with its contract, and what is wrong with the others. */
const matchContracts = (request: PreviewRequest, contracts: readonly ContractRow[]): { found: FoundItem[]; errors: FieldError[] } => {
  const byId = new Map(contracts.map((contract) => [contract.id, contract]));
  const found: FoundItem[] = [];
  const errors: FieldError[] = [];
  for (const [index, item] of request.items.entries()) {
    const contract = byId.get(item.contractId);
    if (contract === undefined) errors.push(unknownId(`/items/${index}/contractId`));
    else found.push({ item, contract });
  }
  return { found, errors };
};

export const requirePayments = ({ features }: Pick<LenderSettings, 'features'>): void => {
  if (!features.payments) throw new ProblemError('payments-off', 'Payments are not offered at the moment.');
};

/** What a request's ids lead to, for its payer. */
export const idsOf = (request: PreviewRequest, { lenderId, payerId }: Pick<Who, 'lenderId' | 'payerId'>): SubmittedIds => ({
  lenderId,
  payerId,
  contractIds: request.items.map(({ contractId }) => contractId),
  accountId: request.accountId,
});

/** Puts together what was found; throws 422 `unknown-id`, the same for what is missing and what is another's. */
export const readSubmission = async (
  trx: Trx,
  request: PreviewRequest,
  { contracts, account, settings, inFlight }: Submitted,
  today: string,
): Promise<Submission> => {
  const { found, errors } = matchContracts(request, contracts);
  if (account === undefined) throw invalid([...errors, unknownId('/accountId')]);
  if (errors.length > 0) throw invalid(errors);
  const ids = found.map(({ contract }) => contract.id);

  // Only where less than what is due is refused does anybody ask for it.
  const due = settings.features.partial ? undefined : await readDue(trx, ids, today);
  const items = found.map(({ item, contract }) => {
    const underWay = inFlight.get(contract.id) ?? [];
    return {
      contract,
      amount: item.amount.value,
      currency: item.amount.currency,
      sentVersion: item.contractVersion,
      due: due?.get(contract.id)?.due ?? 0,
      inFlight: underWay,
      inFlightSum: sumInFlight(underWay),
    };
  });
  return { items, account, date: request.date, locale: request.locale };
};

export const contractChanged = (indexes: readonly number[]): ProblemError =>
  new ProblemError('contract-changed', 'The balance of a contract has changed. Look at it again before you pay.', {
    errors: indexes.map((index) => ({
      pointer: `/items/${index}/contractVersion`,
      code: 'stale',
      detail: 'This contract has changed since it was shown.',
    })),
  });

/** 409, naming every stale item. */
export const requireCurrentVersions = ({ items }: Submission): void => {
  const stale = items.flatMap(({ contract, sentVersion }, index) => (contract.version === sentVersion ? [] : [index]));
  if (stale.length > 0) throw contractChanged(stale);
};
