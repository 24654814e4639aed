/**
 * What a portfolio's schema can't say: ids that repeat or point nowhere, sums that can't be right, currencies and zones nobody knows.
 */
import type * as z from 'zod/mini';
import { checkRoutingNumber } from '../../src/domain/routing-number.js';
import { splitEmails } from './sign-in/matching.js';
import { findThemeFaults } from './theme.js';
import type {
  PortfolioAccount,
  PortfolioCharge,
  PortfolioContract,
  PortfolioInvoice,
  PortfolioLender,
  PortfolioPayer,
} from './portfolio.js';
import type { Portfolio } from './portfolio.js';

export interface PortfolioFault {
  /** Such as `contracts[3].invoices[0].dueDate`. */
  readonly path: string;
  readonly message: string;
}

type Report = (path: string, message: string) => void;

/** Longer ones can't be indexed, nor read out. */
const longestNumber = 200;

const currencies = new Set(Intl.supportedValuesOf('currency'));

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

export const tokenOf = (payer: Pick<z.infer<typeof PortfolioPayer>, 'id' | 'token'>): string => payer.token ?? `demo-${payer.id}`;

/** As the API takes one that is typed. */
const isEmail = (text: string): boolean => text.length <= 254 && /^[^\s@]+@[^\s@]+$/.test(text);

const checkEmails = (report: Report, list: string, path: string): void => {
  if (!splitEmails(list).every(isEmail)) report(path, 'an e-mail address, or several by comma or semicolon, is expected');
};

/** Reports what stands more than once. */
const uniqueness = (report: Report, what: string): ((value: string, path: string) => void) => {
  const first = new Map<string, string>();
  return (value, path) => {
    const earlier = first.get(value);
    if (earlier === undefined) first.set(value, path);
    else report(path, `this ${what} stands already at ${earlier}`);
  };
};

const checkCurrency = (report: Report, currency: string, path: string): void => {
  if (!currencies.has(currency)) report(path, `${currency} is not a known currency`);
};

const checkLender = (report: Report, lender: z.infer<typeof PortfolioLender>): void => {
  if (!isTimeZone(lender.timeZone)) report('lender.timeZone', 'this is not a known time zone');
  for (const { name, message } of findThemeFaults(lender.theme ?? {})) report(`lender.theme.${name}`, message);
  const { limits } = lender;
  if (limits === undefined) return;
  checkCurrency(report, limits.currency, 'lender.limits.currency');
  if (limits.min !== undefined && limits.min < 1) report('lender.limits.min', 'a limit is above zero');
  if (limits.max !== undefined && limits.max < (limits.min ?? 1)) report('lender.limits.max', 'the largest amount is below the smallest');
  if (limits.maxItems !== undefined && limits.maxItems < 1) report('lender.limits.maxItems', 'at least one contract can be paid at once');
};

const checkPayers = (report: Report, payers: readonly z.infer<typeof PortfolioPayer>[]): void => {
  const ids = uniqueness(report, 'payer id');
  const tokens = uniqueness(report, 'token');
  const accountIds = uniqueness(report, 'account id');
  payers.forEach((payer, index) => {
    const path = `payers[${index}]`;
    ids(payer.id, `${path}.id`);
    tokens(tokenOf(payer), `${path}.token`);
    checkEmails(report, payer.contact.email, `${path}.contact.email`);
    checkEmails(report, payer.emails ?? '', `${path}.emails`);
    payer.contacts.forEach(({ email }, place) => checkEmails(report, email, `${path}.contacts[${place}].email`));
    const numbers = uniqueness(report, 'account number');
    payer.accounts.forEach((account: z.infer<typeof PortfolioAccount>, place) => {
      const at = `${path}.accounts[${place}]`;
      accountIds(account.id, `${at}.id`);
      numbers(`${account.routingNumber}:${account.accountNumber}`, `${at}.accountNumber`);
      checkCurrency(report, account.currency, `${at}.currency`);
      if (checkRoutingNumber(account.routingNumber) !== undefined) report(`${at}.routingNumber`, 'its check digit is wrong');
    });
  });
};

const checkCharge = (report: Report, { amount, open }: z.infer<typeof PortfolioCharge>, path: string): void => {
  if (open === undefined) return;
  const isWithin = amount < 0 ? open >= amount && open <= 0 : open >= 0 && open <= amount;
  if (!isWithin) report(`${path}.open`, 'what is open lies between zero and what was charged');
};

const checkInvoice = (report: Report, invoice: z.infer<typeof PortfolioInvoice>, path: string): number => {
  if (invoice.number.length > longestNumber) report(`${path}.number`, `a number has up to ${longestNumber} characters`);
  const chargeIds = uniqueness(report, 'charge id');
  invoice.charges.forEach((charge, index) => {
    chargeIds(charge.id, `${path}.charges[${index}].id`);
    checkCharge(report, charge, `${path}.charges[${index}]`);
  });
  return invoice.charges.reduce((sum, { amount }) => sum + Math.abs(amount), 0);
};

const checkContract = (
  report: Report,
  contract: z.infer<typeof PortfolioContract>,
  path: string,
  payerIds: ReadonlySet<string>,
): number => {
  checkCurrency(report, contract.currency, `${path}.currency`);
  checkEmails(report, contract.billingEmails ?? '', `${path}.billingEmails`);
  if (contract.number.length > longestNumber) report(`${path}.number`, `a number has up to ${longestNumber} characters`);
  const seesIt = uniqueness(report, 'payer');
  contract.payers.forEach((payer, index) => {
    seesIt(payer, `${path}.payers[${index}]`);
    if (!payerIds.has(payer)) report(`${path}.payers[${index}]`, 'no payer has this id');
  });
  contract.elsewhereInFlight.forEach(({ amount }, index) => {
    if (amount < 1) report(`${path}.elsewhereInFlight[${index}].amount`, 'an amount under way is above zero');
  });
  const invoiceIds = uniqueness(report, 'invoice id');
  let sum = 0;
  contract.invoices.forEach((invoice, index) => {
    invoiceIds(invoice.id, `${path}.invoices[${index}].id`);
    sum += checkInvoice(report, invoice, `${path}.invoices[${index}]`);
  });
  return sum;
};

/** Everything that is wrong, in the order of the file. */
export const checkPortfolio = (portfolio: Portfolio): PortfolioFault[] => {
  const faults: PortfolioFault[] = [];
  const report: Report = (path, message) => faults.push({ path, message });
  checkLender(report, portfolio.lender);
  checkPayers(report, portfolio.payers);
  const payerIds = new Set(portfolio.payers.map(({ id }) => id));
  const contractIds = uniqueness(report, 'contract id');
  let sum = 0;
  portfolio.contracts.forEach((contract, index) => {
    contractIds(contract.id, `contracts[${index}].id`);
    sum += checkContract(report, contract, `contracts[${index}]`, payerIds);
  });
  if (!Number.isSafeInteger(sum)) report('contracts', 'all amounts together are too large to be added exactly');
  return faults;
};
