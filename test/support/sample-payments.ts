/** Bank accounts, drafts, reviews and payments to draw the screens of paying with. Knows nothing of views. */
import type { BankAccount, Contract, Money, Payment, Preview } from '../../src/api/index.js';
import { emptyAccount } from '../../src/domain/new-account.js';
import type { AccountsState, Draft, DraftLine, Reviewed } from '../../src/domain/payment.js';
import type { OpenEntry } from '../../src/domain/portfolio.js';
import type { Authorization } from '../../src/domain/receipt.js';
import { asOf, excavators, money } from './sample-contracts.js';

export const prairie: BankAccount = {
  id: 'prairie',
  label: 'First Prairie Bank, operating account',
  bankName: 'First Prairie Bank',
  last4: '4417',
  type: 'checking',
  holderType: 'business',
  currency: 'USD',
  status: 'usable',
};

export const accounts: readonly BankAccount[] = [
  prairie,
  {
    ...prairie,
    id: 'river',
    label: 'Great River Credit Union ••0932',
    bankName: 'Great River Credit Union',
    last4: '0932',
    type: 'savings',
  },
  {
    ...prairie,
    id: 'new-bank',
    label: 'Lakeside Savings',
    bankName: 'Lakeside Savings',
    last4: '7701',
    status: 'unverified',
    help: 'Two small credits are on their way. Call us with their amounts to verify it.',
  },
];

export const ready: AccountsState = { status: 'ready', accounts };

export const newAccount = emptyAccount;

export type DraftParts = Partial<Omit<Draft, 'lines'> & Omit<DraftLine, 'contract'>>;

/** A draft of one contract; what concerns its line and what concerns the whole are named alike. */
export const draftOf = (contract: Contract, { choice = 'due', otherAmount = '', inAddition = false, ...more }: DraftParts = {}): Draft => ({
  scope: 'one',
  lines: [{ contract, choice, otherAmount, inAddition }],
  left: [],
  isCapped: false,
  currency: contract.currency,
  otherCurrencies: [],
  date: '2025-11-24',
  accountId: 'prairie',
  newAccount,
  ...more,
});

export const draft = draftOf(excavators);

const authorizationText =
  'On behalf of Halvorsen Brothers Excavating & Site Development, LLC, I authorize Northline Equipment Finance to debit $22,500.00 once ' +
  'from the First Prairie Bank account ending in 4417 on or after November 24, 2025.\n\nThis authorization ends when the payment is complete. ' +
  'I can cancel it until it is sent to the bank, by telephone or in writing.';

export const preview: Preview = {
  expectedDebitDate: '2025-11-25',
  authorization: { id: 'auth-1', text: authorizationText, sha256: 'a'.repeat(64), expiresAt: '2025-11-24T22:00:00Z' },
  estimate: [
    {
      contractId: excavators.id,
      method: 'balance_forward',
      applied: [
        { invoiceId: 'INV-2025-091844', amount: money(984_000) },
        { invoiceId: 'INV-2025-096102', chargeId: 'INV-2025-096102-0', amount: money(533_943) },
        { invoiceId: 'INV-2025-096102', chargeId: 'INV-2025-096102-1', amount: money(533_943) },
        { invoiceId: 'INV-2025-097330', amount: money(49_200) },
        { invoiceId: 'INV-2025-099871', amount: money(138_914) },
        { invoiceId: 'unknown-here', amount: money(10_000) },
      ],
      unapplied: money(0),
    },
  ],
  warnings: [
    { code: 'look-alike', text: 'A payment of $22,500.00 for this contract was authorized on Nov 21. If you continue, both are debited.' },
  ],
};

/** One contract, so much of it. */
export const reviewOf = (contract: Contract, amount: Money, more: Partial<Reviewed> = {}): Reviewed => ({
  draft: draftOf(contract),
  items: [{ contract, amount }],
  total: amount,
  account: prairie,
  preview,
  locale: 'en-US',
  ...more,
});

export const reviewed: Reviewed = reviewOf(excavators, money(2_250_000));

/** Without estimate and warnings, for the whole of what is due. */
const plainPreview: Preview = { expectedDebitDate: preview.expectedDebitDate, authorization: preview.authorization, warnings: [] };
export const plainReviewed: Reviewed = reviewOf(excavators, money(2_413_830), { preview: plainPreview });

export const key = '7f3c2041-88aa-4b1e-9d55-0123456789ab';

export const entry: OpenEntry = {
  key,
  contracts: [{ id: excavators.id, number: excavators.number, amount: money(2_250_000) }],
  date: '2025-11-24',
  pressedAt: '2025-11-24T21:47:00Z',
};

/** What was accepted with it. */
export const authorization: Authorization = { text: authorizationText, locale: 'en-US', acceptedAt: entry.pressedAt };

export const payment: Payment = {
  id: 'pay-7',
  contractId: excavators.id,
  contractNumber: excavators.number,
  amount: money(2_250_000),
  date: '2025-11-24',
  expectedDebitDate: '2025-11-25',
  status: 'pending',
  account: { label: 'First Prairie Bank ••4417' },
  reference: 'NL-20418-01',
  cancelable: true,
  createdAt: asOf,
  updatedAt: asOf,
};
