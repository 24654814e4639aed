/**
 * A fleet lessee with ten thousand contracts and a hundred thousand open invoices, for trying lists at size.
 * Made only when asked for.
 */
import type { PlainDate } from '../../src/api/index.js';
import { addDays } from '../../src/domain/plain-date.js';
import { type ContractInput, shareOf } from './billing.js';
import { dayInMonth, earlier, yearOf } from './days.js';
import type { PayerInput } from './payer-input.js';
import { createPicker } from './seeded-random.js';

const contractCount = 10_000;
const invoicesPerContract = 10;
const id = 'continental-fleet';

export const fleetPayer: PayerInput = {
  id,
  name: 'Continental Fleet & Rental Partners, Inc.',
  contact: { name: 'Yolanda Meyers', email: 'leasepay@continentalfleet.example' },
  accounts: [
    {
      id: 'acct-continental-operating',
      bankName: 'Great Plains Commerce Bank',
      routingNumber: '083914061',
      accountNumber: '610044829073',
      type: 'checking',
      holderType: 'business',
      holderName: 'Continental Fleet & Rental Partners, Inc.',
    },
  ],
};

/** What is leased, and its monthly rent in cents. */
const equipment = [
  { words: 'Box truck, 26-foot, liftgate', rent: 118_900 },
  { words: 'Electric forklift, 5,000 lb', rent: 46_250 },
  { words: 'Scissor lift, 32-foot', rent: 39_480 },
  { words: 'Telehandler, 10,000 lb', rent: 214_600 },
  { words: 'Diesel generator, 150 kW', rent: 97_375 },
  { words: 'Skid steer loader', rent: 128_940 },
  { words: 'Dry van trailer, 53-foot', rent: 61_200 },
  { words: 'Towable air compressor', rent: 28_815 },
] as const;

interface Billed {
  due: PlainDate;
  issued: PlainDate;
}

/** Ten months billed ahead on one notice, for each day of the month and reckoned once; `late` ones begin with a month past due. */
const listBilled = (today: PlainDate, late: boolean): Map<number, Billed[]> => {
  const notice = addDays(today, -12);
  const days = Array.from({ length: 28 }, (_, index) => index + 1);
  return new Map(
    days.map((day) => {
      const next = dayInMonth(today, 0, day) < today ? 1 : 0;
      const first = late ? next - 1 : next;
      const dues = Array.from({ length: invoicesPerContract }, (_, index) => dayInMonth(today, first + index, day));
      return [day, dues.map((due) => ({ due, issued: earlier(addDays(due, -25), notice) }))];
    }),
  );
};

export const fleetContracts = (today: PlainDate): ContractInput[] => {
  const pick = createPicker('continental fleet');
  const current = listBilled(today, false);
  const late = listBilled(today, true);
  return Array.from({ length: contractCount }, (_, index): ContractInput => {
    const item = equipment[pick(equipment.length)] ?? equipment[0];
    const dues = (pick(7) === 0 ? late : current).get(1 + pick(28)) ?? [];
    const rent = item.rent + pick(40) * 25;
    const paid = pick(60 - invoicesPerContract);
    const serial = String(index + 1).padStart(5, '0');
    return {
      id: `contract-70${serial}`,
      number: `300-00${70_000 + Math.floor(index / 100)}-${String((index % 100) + 1).padStart(3, '0')}`,
      description: `${item.words}, unit ${serial}`,
      payers: [id],
      billingPostalCode: '66106',
      invoices: dues.map(({ due, issued }, position) => {
        const number = `INV-${yearOf(issued)}-F${serial}-${paid + position + 1}`;
        const chargeId = `fleet-${serial}-${paid + position + 1}`;
        return {
          id: chargeId,
          number,
          issueDate: issued,
          dueDate: due,
          charges: [
            { id: `${chargeId}-1`, type: 'rent', description: `Lease payment ${paid + position + 1} of 60`, amount: rent },
            { id: `${chargeId}-2`, type: 'sales_tax', description: 'Sales tax, Wyandotte County, Kansas', amount: shareOf(rent, 91_250) },
          ],
        };
      }),
    };
  });
};
