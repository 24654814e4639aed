/**
 * Due dates are plain days: the same on screen wherever the lender is, and on the days when clocks change.
 * The reader's zone varies in `test/domain/format.test.ts`.
 */
import { expect } from '@open-wc/testing';
import { fiveContracts } from '../support/five-contracts.js';
import { Payer } from '../support/payer.js';
import { createWorld, type World } from '../support/world.js';

/** Clocks go forward and back, the year ends, a leap year has its day. */
const days = [
  ['2026-03-08', 'Mar 8, 2026'],
  ['2026-11-01', 'Nov 1, 2026'],
  ['2026-12-31', 'Dec 31, 2026'],
  ['2027-01-01', 'Jan 1, 2027'],
  ['2028-02-29', 'Feb 29, 2028'],
] as const;

const portfolioIn = (timeZone: string): ReturnType<typeof fiveContracts> => {
  const { lender, contracts, ...rest } = fiveContracts('2026-11-18');
  const [contract] = contracts;
  if (!contract) throw new Error('There is no contract.');
  const invoices = days.map(([dueDate], index) => ({
    id: `day-${index}`,
    number: `DAY-${index}`,
    dueDate,
    charges: [{ id: `day-${index}-rent`, type: 'rent', description: 'Rent', amount: 100_00 }],
  }));
  return { ...rest, lender: { ...lender, timeZone }, contracts: [{ ...contract, invoices }] };
};

describe('due dates', () => {
  let world: World;
  let payer: Payer;

  afterEach(async () => {
    payer.leave();
    await world.close();
  });

  for (const timeZone of ['Pacific/Kiritimati', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Pago_Pago']) {
    it(`case 58: of a lender in ${timeZone} are the plain days of the invoices`, async () => {
      world = await createWorld({ portfolio: portfolioIn(timeZone) });
      payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf('fleet') });
      await payer.sees('DAY-4');
      const rows = [...payer.root.querySelectorAll('tbody tr')].map((row) => [...row.children].slice(0, 2).map((cell) => cell.textContent));
      expect(rows).to.deep.equal(days.map(([, shown], index) => [`DAY-${index}`, shown]));
    });
  }
});
