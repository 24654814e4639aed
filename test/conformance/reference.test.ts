/** The kit has nothing to say against the reference endpoint, on either database, whatever the lender switches off. */
import { describe, expect, it } from 'vitest';
import type { PortfolioInput } from '../../demo/endpoint/portfolio.js';
import type { Report } from '../../src/conformance/index.js';
import { createDatabase, onBothDatabases } from '../demo/endpoint/support/databases.js';
import { checkReference, onFile, offeringCodes } from './support/reference.js';
import { wholeContracts } from './support/sandbox.js';

const patience = 180_000;

/** Readable in a failed test's output. */
const tellFindings = ({ findings }: Report): string[] =>
  findings.map(({ rule, check, expected, received }) => `${rule} (${check}): expected ${expected}, got ${received}`);

const unfinished = ({ checks }: Report): string[] =>
  checks.filter(({ verdict }) => verdict === 'unfinished').map(({ title, reason }) => `${title}: ${reason ?? ''}`);

/** What no sandbox of this kind can show at once: the same endpoint shows it in another of these tests. */
const elsewhere = [
  'code.alike',
  'code.alike-registering',
  'code.asked',
  'code.form',
  'code.resend',
  'code.wrong',
  'date.too-early',
  'features.off',
  'features.pay-all-off',
  'features.payments-off',
];

onBothDatabases('the reference endpoint', (dialect) => {
  it(
    'keeps every rule',
    async () => {
      const database = await createDatabase(dialect);
      try {
        const report = await checkReference({ databaseUrl: database.databaseUrl });
        expect(tellFindings(report)).toEqual([]);
        expect(unfinished(report)).toEqual([]);
        expect(report.uncheckedRules.map(({ rule }) => rule).filter((rule) => !elsewhere.includes(rule))).toEqual([]);
        expect(report.canceled).toBe(report.paid);
      } finally {
        await database.drop();
      }
    },
    patience,
  );
});

describe('the reference endpoint keeps every rule', () => {
  const lenders: readonly (readonly [name: string, lender: Partial<PortfolioInput['lender']>, now?: Date])[] = [
    ['after the cut-off', {}, new Date('2026-11-23T23:30:00Z')],
    ['on a Saturday', {}, new Date('2026-11-28T18:00:00Z')],
    [
      'with everything off that can be',
      {
        features: { payAll: false, partial: false, overpay: true, schedule: false, estimate: false, history: false, cancel: false },
      },
    ],
    ['with payments off', { features: { payments: false } }],
    ['with the bank accounts it knows', { bankAccounts: 'existing' }],
    ['without bank accounts', { bankAccounts: 'none' }],
    ['with limits that leave little', { limits: { currency: 'USD', min: 50_000, max: 200_000, maxItems: 2 } }],
    ['with no limits', { limits: { currency: 'USD' } }],
    ['in Kiritimati, a day ahead', { timeZone: 'Pacific/Kiritimati' }],
  ];

  it.each(lenders.map(([name, lender, now]) => ({ name, lender, now })))(
    '$name',
    async ({ lender, now }) => {
      const report = await checkReference({ lender, ...(now && { now }) });
      expect(tellFindings(report)).toEqual([]);
      expect(unfinished(report)).toEqual([]);
    },
    patience,
  );

  it(
    'where each contract is paid whole or not at all, also with a credit that isn’t due yet',
    async () => {
      const lender = { features: { partial: false } };
      const report = await checkReference({ lender, contracts: wholeContracts });
      expect(tellFindings(report)).toEqual([]);
      expect(unfinished(report)).toEqual([]);
      expect(report.paid).toBeGreaterThan(20);
    },
    patience,
  );

  it(
    'with registering and signing in by code',
    async () => {
      const report = await checkReference(offeringCodes, onFile);
      expect(tellFindings(report)).toEqual([]);
      expect(unfinished(report)).toEqual([]);
      expect(report.uncheckedRules.map(({ rule }) => rule).filter((rule) => rule.startsWith('code.'))).toEqual([]);
      expect(report.notes).toEqual([
        expect.stringMatching(/^Registering took \d+ ms for somebody on file, \d+ ms for another \(medians of (5|20)\)/),
        expect.stringMatching(/^Signing in took \d+ ms for somebody on file, \d+ ms for another \(medians of (5|20)\)/),
      ]);
    },
    patience,
  );

  it(
    'without leave to write, and then nothing is written',
    async () => {
      const report = await checkReference({}, { mayWrite: false });
      expect(tellFindings(report)).toEqual([]);
      expect(report.paid).toBe(0);
      expect(report.checks.filter(({ verdict, writes }) => verdict !== 'unchecked' && writes !== undefined)).toEqual([]);
      expect(report.checks.filter(({ verdict }) => verdict === 'kept').length).toBeGreaterThan(30);
    },
    patience,
  );
});
