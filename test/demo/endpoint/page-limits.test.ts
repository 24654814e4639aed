/** No page of payments or bank accounts holds more than the fifty the OpenAPI document says. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BankAccountPage, PaymentPage } from '../../../src/api/index.js';
import { usd } from './support/caller.js';
import { startHarness, type Harness } from './support/harness.js';
import { acmeRouting, testPortfolio } from './support/portfolio.js';

const many = 51;

const account = (index: number) => ({
  id: `account-${index}`,
  routingNumber: acmeRouting,
  accountNumber: String(70_000_000 + index),
  type: 'checking' as const,
  holderType: 'business' as const,
  holderName: 'Acme Digging LLC',
});

let harness: Harness;

beforeAll(async () => {
  const portfolio = testPortfolio();
  const [acme, ...others] = portfolio.payers;
  if (acme === undefined) throw new Error('The portfolio has no payer.');
  const accounts = [...(acme.accounts ?? []), ...Array.from({ length: many }, (_, index) => account(index))];
  harness = await startHarness('sqlite', { ...portfolio, payers: [{ ...acme, accounts }, ...others] });
});

afterAll(() => harness.stop());

it.each(['', '?limit=100', '?limit=51'])('a page of bank accounts%s has fifty', async (query) => {
  const page = BankAccountPage.parse((await harness.call(`/bank-accounts${query}`)).body);
  expect(page.items).toHaveLength(50);
  expect(page.nextCursor).not.toBeNull();
});

it('a page of payments has at most fifty', async () => {
  for (let count = 0; count < many; count += 1) await harness.call.pay(await harness.call.prepare(['c11'], { amount: usd(1_000) }));
  const page = PaymentPage.parse((await harness.call('/payments?limit=100')).body);
  expect(page.items).toHaveLength(50);
  expect(page.nextCursor).not.toBeNull();
}, 120_000);
