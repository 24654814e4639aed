/**
 * A stranger's portfolio file: what is wrong is said with its place, so that its writer can mend it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parsePortfolio, PortfolioError, readPortfolioFile } from '../../../demo/endpoint/portfolio-file.js';
import { acmeNumber, testPortfolio } from './support/portfolio.js';

type Edit = (portfolio: ReturnType<typeof copy>) => void;

/** As loose as a file is. */
const copy = () => JSON.parse(JSON.stringify(testPortfolio())) as Record<'lender' | 'payers' | 'contracts', never>;

const faultsOf = (edit: Edit): string[] => {
  const portfolio = copy();
  edit(portfolio);
  try {
    parsePortfolio(portfolio);
    return [];
  } catch (error) {
    if (!(error instanceof PortfolioError)) throw error;
    return error.faults.map(({ path, message }) => `${path}: ${message}`);
  }
};

/** Writes a value at a path such as `contracts.0.id`. */
const at =
  (path: string, value: unknown): Edit =>
  (portfolio) => {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    const target = steps.reduce<unknown>((place, step) => Reflect.get(place as object, step), portfolio);
    Reflect.set(target as object, last, value);
  };

const mistakes: [what: string, edit: Edit, faults: string[]][] = [
  ['another format', at('format', 'portfolio/2'), ['format: one of "aspire-pay-portfolio/1" is expected']],
  ['a lender without a name', at('lender.name', undefined), ['lender.name: this is missing']],
  ['a number for a name', at('lender.name', 7), ['lender.name: string is expected']],
  ['nobody', at('payers', []), ['payers: at least 1 is expected']],
  [
    'a day that is none',
    at('contracts.0.invoices.0.dueDate', '2026-02-30'),
    ['contracts[0].invoices[0].dueDate: a day as YYYY-MM-DD is expected'],
  ],
  [
    'dollars for cents',
    at('contracts.0.invoices.0.charges.0.amount', 12.5),
    ['contracts[0].invoices[0].charges[0].amount: a whole number of minor units is expected'],
  ],
  ['a horizon of ten years', at('lender.horizonDays', 3_650), ['lender.horizonDays: at most 366 is expected']],
  ['an id with a space', at('payers.0.id', 'a b'), ['payers[0].id: text of the form /^[A-Za-z0-9_-]{1,64}$/ is expected']],
  [
    'an address that is none',
    at('payers.0.contact.email', 'ada'),
    ['payers[0].contact.email: an e-mail address, or several by comma or semicolon, is expected'],
  ],
  [
    'a list with one that is none',
    at('payers.0.emails', 'ada@acme.example; books'),
    ['payers[0].emails: an e-mail address, or several by comma or semicolon, is expected'],
  ],
  [
    'a bill-to that is none',
    at('contracts.0.billingEmails', 'ap at acme'),
    ['contracts[0].billingEmails: an e-mail address, or several by comma or semicolon, is expected'],
  ],
  [
    'a country by name',
    at('contracts.0.billingCountry', 'Canada'),
    ['contracts[0].billingCountry: text of the form /^[A-Z]{2}$/ is expected'],
  ],
  ['sessions of a week', at('lender.sessionMinutes', 10_080), ['lender.sessionMinutes: at most 1440 is expected']],
  ['a time zone nobody knows', at('lender.timeZone', 'America/Gotham'), ['lender.timeZone: this is not a known time zone']],
  ['a currency nobody knows', at('contracts.0.currency', 'XQX'), ['contracts[0].currency: XQX is not a known currency']],
  [
    'a theme that isn’t plain values',
    at('lender.theme', { accent: 'var(--x)', banner: 'red' }),
    [
      'lender.theme.accent: a colour, such as #0b4f8a or light-dark(#0b4f8a, #93c5fd), is expected',
      'lender.theme.banner: there is no such token',
    ],
  ],
  ['a contract twice', at('contracts.1.id', 'c01'), ['contracts[1].id: this contract id stands already at contracts[0].id']],
  ['a payer twice', at('payers.3.id', 'acme'), ['payers[3].id: this payer id stands already at payers[0].id']],
  ['a token twice', at('payers.1.token', 'demo-acme'), ['payers[1].token: this token stands already at payers[0].token']],
  [
    'an account twice',
    at('payers.1.accounts.0.id', 'acme-checking'),
    ['payers[1].accounts[0].id: this account id stands already at payers[0].accounts[0].id'],
  ],
  [
    'an account number twice',
    at('payers.0.accounts.1.accountNumber', acmeNumber),
    ['payers[0].accounts[1].accountNumber: this account number stands already at payers[0].accounts[0].accountNumber'],
  ],
  [
    'an invoice twice on a contract',
    at('contracts.0.invoices.1.id', 'c01-a'),
    ['contracts[0].invoices[1].id: this invoice id stands already at contracts[0].invoices[0].id'],
  ],
  [
    'a charge twice on an invoice',
    at('contracts.0.invoices.0.charges.1.id', 'c01-a-1'),
    ['contracts[0].invoices[0].charges[1].id: this charge id stands already at contracts[0].invoices[0].charges[0].id'],
  ],
  ['a payer nobody knows', at('contracts.0.payers', ['ghost']), ['contracts[0].payers[0]: no payer has this id']],
  [
    'a payer twice on a contract',
    at('contracts.0.payers', ['acme', 'acme']),
    ['contracts[0].payers[1]: this payer stands already at contracts[0].payers[0]'],
  ],
  [
    'a routing number that is none',
    at('payers.0.accounts.0.routingNumber', '123456789'),
    ['payers[0].accounts[0].routingNumber: its check digit is wrong'],
  ],
  [
    'more open than charged',
    at('contracts.0.invoices.0.charges.0.open', 100_001),
    ['contracts[0].invoices[0].charges[0].open: what is open lies between zero and what was charged'],
  ],
  [
    'a debt open on a credit',
    at('contracts.0.invoices.0.charges.0', { id: 'x', type: 'credit', description: '', amount: -5, open: 5 }),
    ['contracts[0].invoices[0].charges[0].open: what is open lies between zero and what was charged'],
  ],
  [
    'nothing under way',
    at('contracts.0.elsewhereInFlight', [{ amount: 0, date: '2026-11-23' }]),
    ['contracts[0].elsewhereInFlight[0].amount: an amount under way is above zero'],
  ],
  [
    'limits the wrong way round',
    at('lender.limits', { currency: 'USD', min: 10, max: 5, maxItems: 0 }),
    ['lender.limits.max: the largest amount is below the smallest', 'lender.limits.maxItems: at least one contract can be paid at once'],
  ],
  ['a minimum of nothing', at('lender.limits', { currency: 'USD', min: 0 }), ['lender.limits.min: a limit is above zero']],
  ['a number no screen can show', at('contracts.0.number', 'x'.repeat(201)), ['contracts[0].number: a number has up to 200 characters']],
  [
    'sums beyond counting',
    at('contracts.0.invoices.0.charges.0.amount', Number.MAX_SAFE_INTEGER),
    ['contracts: all amounts together are too large to be added exactly'],
  ],
];

describe('a portfolio', () => {
  it('that is right is taken, with its defaults', () => {
    const { lender, contracts } = parsePortfolio(testPortfolio());
    expect(lender).toMatchObject({ timeZone: 'America/Chicago', cutOff: '16:00', horizonDays: 60, bankAccounts: 'any' });
    expect(contracts[0]).toMatchObject({ status: 'open', currency: 'USD', elsewhereInFlight: [] });
  });

  it.each(mistakes)('with %s says so', (_case, edit, faults) => {
    expect(faultsOf(edit)).toEqual(faults);
  });

  it('says everything that is wrong, the first twenty in words', () => {
    const portfolio = copy();
    for (let index = 0; index < 30; index += 1) at(`contracts.${index}.currency`, 'XQX')(portfolio);
    expect(() => parsePortfolio(portfolio, 'big.json')).toThrow(/^big\.json is not a portfolio[^]*contracts\[19\][^]*… and 10 more$/);
  });

  it('never repeats an account number in what it says', () => {
    const message = faultsOf(at('payers.0.accounts.0.accountNumber', `${acmeNumber}99999999`)).join();
    expect(message).toContain('payers[0].accounts[0].accountNumber');
    expect(message).not.toContain(acmeNumber);
  });
});

describe('a portfolio file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aspire-pay-portfolio-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const read = (content: string) => {
    const path = join(folder, 'portfolio.json');
    writeFileSync(path, content);
    return readPortfolioFile(path);
  };

  it('is read', async () => {
    expect((await read(JSON.stringify(testPortfolio()))).lender.id).toBe('northern');
  });

  it('that is missing, no JSON, or holds a NUL is refused with its name', async () => {
    await expect(readPortfolioFile(join(folder, 'none.json'))).rejects.toThrow(/none\.json can't be read: ENOENT/);
    await expect(read('{"format": 12345678')).rejects.toThrow(
      /portfolio\.json is not a portfolio that can be loaded:\n {2}the file: it is not JSON$/,
    );
    const withNul = JSON.stringify(testPortfolio()).replace('Excavator c01', 'Excavator\\u0000c01');
    await expect(read(withNul)).rejects.toThrow(/it holds a NUL character/);
  });
});
