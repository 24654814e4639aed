/** The seeded portfolio is valid, reconciles and tells the same story on any day. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Portfolio } from '../../../demo/endpoint/portfolio.js';
import { buildLargePortfolio, buildPortfolio } from '../../../demo/portfolio/build-portfolio.js';
import { currencyExponent } from '../../../src/domain/money.js';
import { checkRoutingNumber } from '../../../src/domain/routing-number.js';
import { addDays, daysBetween } from '../../../src/domain/plain-date.js';

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2020-01-01', days));

const onAnyDay = (check: (portfolio: Portfolio, today: string) => void): void => {
  fc.assert(
    fc.property(anyDay, (today) => {
      check(Portfolio.parse(buildPortfolio(today)), today);
    }),
  );
};

type Contract = Portfolio['contracts'][number];
type Invoice = Contract['invoices'][number];

const openOf = (invoice: Invoice): number => invoice.charges.reduce((sum, charge) => sum + (charge.open ?? charge.amount), 0);
const findContract = (portfolio: Portfolio, number: string): Contract => {
  const contract = portfolio.contracts.find((candidate) => candidate.number === number);
  if (!contract) throw new Error(`No contract ${number}`);
  return contract;
};
const repeated = (values: readonly string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index);

describe('the seeded portfolio, on any day', () => {
  it('is valid in the portfolio file’s own format', () => {
    onAnyDay((portfolio) => expect(portfolio.contracts.length).toBeGreaterThan(10));
  });

  it('is the same, byte for byte, whenever it is made for the same day', () => {
    onAnyDay((_, today) => expect(JSON.stringify(buildPortfolio(today))).toBe(JSON.stringify(buildPortfolio(today))));
  });

  it('uses no id and no invoice number twice', () => {
    onAnyDay(({ payers, contracts }) => {
      const invoices = contracts.flatMap((contract) => contract.invoices);
      expect(repeated(invoices.map((invoice) => invoice.number))).toEqual([]);
      expect(repeated(invoices.map((invoice) => invoice.id))).toEqual([]);
      expect(repeated(invoices.flatMap((invoice) => invoice.charges.map((charge) => charge.id)))).toEqual([]);
      expect(repeated(contracts.map((contract) => contract.id))).toEqual([]);
      expect(repeated(contracts.map((contract) => contract.number))).toEqual([]);
      expect(repeated(payers.flatMap((payer) => payer.accounts.map((account) => account.id)))).toEqual([]);
    });
  });

  it('shows each contract only to payers it knows', () => {
    onAnyDay(({ payers, contracts }) => {
      const known = payers.map((payer) => payer.id);
      for (const contract of contracts) expect(known).toEqual(expect.arrayContaining(contract.payers));
    });
  });

  it('leaves something to pay on every open invoice, never more than was charged', () => {
    onAnyDay(({ contracts }) => {
      for (const invoice of contracts.flatMap((contract) => contract.invoices)) {
        expect(openOf(invoice)).toBeGreaterThan(0);
        for (const charge of invoice.charges) expect(Math.abs(charge.open ?? charge.amount)).toBeLessThanOrEqual(Math.abs(charge.amount));
      }
    });
  });

  it('issues no invoice after today and none after it is due', () => {
    onAnyDay(({ contracts }, today) => {
      for (const invoice of contracts.flatMap((contract) => contract.invoices)) {
        expect(invoice.issueDate && invoice.issueDate <= today).toBe(true);
        expect(invoice.issueDate && invoice.issueDate <= invoice.dueDate).toBe(true);
      }
    });
  });

  it('charges a late fee of five percent, and only on a payment that is more than ten days late', () => {
    onAnyDay(({ contracts }, today) => {
      const invoices = contracts.flatMap((contract) => contract.invoices);
      for (const invoice of invoices) {
        const fee = invoices.flatMap((other) => other.charges).find((charge) => charge.description === `Late fee on ${invoice.number}`);
        const rent = invoice.charges.find((charge) => charge.type === 'rent');
        const isLate = rent !== undefined && daysBetween(invoice.dueDate, today) >= 10;
        expect(fee?.amount).toBe(isLate ? Math.round((rent.open ?? rent.amount) * 0.05) : undefined);
      }
    });
  });

  it('has bank accounts whose routing numbers pass the check digit', () => {
    onAnyDay(({ payers }) => {
      for (const account of payers.flatMap((payer) => payer.accounts)) expect(checkRoutingNumber(account.routingNumber)).toBeUndefined();
    });
  });

  it('bills in currencies that can be paid in, from an account in the same currency', () => {
    onAnyDay(({ payers, contracts }) => {
      for (const contract of contracts) {
        expect(currencyExponent(contract.currency)).toBeDefined();
        const accounts = payers.find((payer) => payer.id === contract.payers[0])?.accounts ?? [];
        expect(accounts.map((account) => account.currency)).toContain(contract.currency);
      }
    });
  });
});

describe('the stories in the seeded portfolio, on any day', () => {
  it('the excavation contractor owes something past due, something due today and something upcoming on one contract', () => {
    onAnyDay((portfolio, today) => {
      const { invoices } = findContract(portfolio, '100-0048213-002');
      expect(invoices.some((invoice) => invoice.dueDate < today)).toBe(true);
      expect(invoices.some((invoice) => invoice.dueDate === today)).toBe(true);
      expect(invoices.some((invoice) => invoice.dueDate > today)).toBe(true);
      const types = new Set(invoices.flatMap((invoice) => invoice.charges.map((charge) => charge.type)));
      expect([...types].sort()).toEqual(['late_fee', 'property_tax', 'rent', 'sales_tax']);
    });
  });

  it('a customer and its guarantor see the same contract', () => {
    onAnyDay((portfolio) => expect(findContract(portfolio, '100-0048213-004').payers).toEqual(['halvorsen-brothers', 'erik-halvorsen']));
  });

  it('the medical practice has a contract it can’t pay here, one with nothing open, and a credit on a third', () => {
    onAnyDay((portfolio) => {
      expect(findContract(portfolio, '100-0027718-003').notPayableReason).toMatch(/settlement/);
      expect(findContract(portfolio, '100-0052240-001').invoices).toEqual([]);
      const charges = findContract(portfolio, '100-0051877-001').invoices.flatMap((invoice) => invoice.charges);
      expect(charges.some((charge) => charge.amount < 0)).toBe(true);
    });
  });

  it('the trucking firm has autopay with a payment under way elsewhere, a part payment, Canadian dollars and two closed contracts', () => {
    onAnyDay((portfolio, today) => {
      const trailers = findContract(portfolio, '100-0044790-006');
      expect(trailers.invoices.map((invoice) => invoice.dueDate)).toContain(trailers.autopay?.nextDate);
      expect(trailers.elsewhereInFlight).toEqual([{ amount: 215_075, date: addDays(today, 1) }]);
      const charges = findContract(portfolio, '100-0044790-009').invoices.flatMap((invoice) => invoice.charges);
      expect(charges.some((charge) => charge.open !== undefined && charge.open < charge.amount)).toBe(true);
      expect(findContract(portfolio, '100-0060115-001').currency).toBe('CAD');
      const closed = portfolio.contracts.filter((contract) => contract.status === 'closed');
      expect(closed.map((contract) => contract.payers)).toEqual([['bluestem-freight'], ['bluestem-freight']]);
    });
  });

  it('the farm’s loans bill principal and interest, and the principal grows from payment to payment', () => {
    onAnyDay((portfolio) => {
      const invoices = findContract(portfolio, '200-0057302-002').invoices.filter((invoice) => invoice.charges.length === 2);
      const principals = invoices.map((invoice) => invoice.charges[0]?.amount ?? 0);
      expect(principals).toEqual([...principals].sort((a, b) => a - b));
      expect(new Set(invoices.map(openOf)).size).toBe(1);
    });
  });

  it('the sole proprietor is current and pays from a personal account; the new customer has no contract yet', () => {
    onAnyDay((portfolio, today) => {
      const own = portfolio.contracts.filter((contract) => contract.payers.includes('marisol-ortega'));
      expect(own.flatMap((contract) => contract.invoices).every((invoice) => invoice.dueDate >= today)).toBe(true);
      const owner = portfolio.payers.find((payer) => payer.id === 'marisol-ortega');
      expect(owner?.accounts.map((account) => account.holderType)).toEqual(['consumer']);
      expect(portfolio.contracts.some((contract) => contract.payers.includes('juniper-dental'))).toBe(false);
    });
  });
});

describe('the large portfolio', () => {
  const portfolio = Portfolio.parse(buildLargePortfolio('2026-11-23'));
  const fleet = portfolio.contracts.filter((contract) => contract.payers.includes('continental-fleet'));

  it('adds a payer with 10,000 contracts and 100,000 invoices', () => {
    expect(fleet).toHaveLength(10_000);
    expect(fleet.flatMap((contract) => contract.invoices)).toHaveLength(100_000);
    expect(portfolio.payers.map((payer) => payer.id)).toContain('continental-fleet');
  });

  it('uses no contract number and no invoice number twice', () => {
    expect(new Set(portfolio.contracts.map((contract) => contract.number)).size).toBe(portfolio.contracts.length);
    const invoices = portfolio.contracts.flatMap((contract) => contract.invoices);
    expect(new Set(invoices.map((invoice) => invoice.number)).size).toBe(invoices.length);
  });

  it('is some past due and mostly upcoming', () => {
    const pastDue = fleet.filter((contract) => contract.invoices.some((invoice) => invoice.dueDate < '2026-11-23'));
    expect(pastDue.length).toBeGreaterThan(1_000);
    expect(pastDue.length).toBeLessThan(2_000);
  });

  it('is the same, byte for byte, whenever it is made for the same day', () => {
    // Compared by digest: a difference in thirty megabytes of text could not be shown anyway.
    const digest = (): string =>
      createHash('sha256')
        .update(JSON.stringify(buildLargePortfolio('2026-11-23')))
        .digest('hex');
    expect(digest()).toBe(digest());
  });
});
