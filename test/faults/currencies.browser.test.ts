/** Currencies of any number of decimals are shown; those that are known can be paid, to the last unit. */
import { expect } from '@open-wc/testing';
import { acceptedOnce, expectEnd } from '../support/end.js';
import { Payer } from '../support/payer.js';
import { buildPortfolio } from '../support/portfolio.js';
import { editing, rewriting } from '../support/rewriting.js';
import { accounts, createWorld, payers, type World } from '../support/world.js';

describe('currencies', () => {
  let world: World;
  let payer: Payer;
  const charge = (amount: number) => [{ id: 'rent', type: 'rent', description: 'Rent', amount }];
  const inYen = { id: 'contract-yen', number: 'EL-3001', description: 'Lathe', currency: 'JPY', payers: [payers.baker] };
  const inDinar = { id: 'contract-dinar', number: 'EL-3002', description: 'Crane', currency: 'KWD', payers: [payers.baker] };
  const inNothing = { id: 'contract-franc', number: 'EL-3003', description: 'Press', currency: 'CHF', payers: [payers.baker] };

  beforeEach(async () => {
    const portfolio = buildPortfolio('2026-11-18');
    const account = {
      bankName: 'Overseas Bank',
      routingNumber: '110000000',
      type: 'checking',
      holderType: 'business',
      holderName: 'Bluebird Bakery LLC',
    } as const;
    const more = [
      { ...account, id: 'account-yen', accountNumber: '55667788', currency: 'JPY' },
      { ...account, id: 'account-dinar', accountNumber: '99887766', currency: 'KWD' },
    ];
    world = await createWorld({
      portfolio: {
        ...portfolio,
        payers: portfolio.payers.map((one) => (one.id === payers.baker ? { ...one, accounts: [...(one.accounts ?? []), ...more] } : one)),
        contracts: [
          ...portfolio.contracts,
          { ...inYen, invoices: [{ id: 'yen-1', number: 'INV-YEN', dueDate: '2026-11-18', charges: charge(125_000) }] },
          { ...inDinar, invoices: [{ id: 'kwd-1', number: 'INV-KWD', dueDate: '2026-11-18', charges: charge(12_345) }] },
          { ...inNothing, invoices: [{ id: 'chf-1', number: 'INV-CHF', dueDate: '2026-11-18', charges: charge(9_900) }] },
        ],
      },
    });
    payer = new Payer(document.createElement('aspire-pay'));
    payer.element.transport = rewriting(/\/contracts$/, (text) => text.replaceAll('"CHF"', '"QQQ"'));
    payer.element.getToken = () => Promise.resolve(world.tokenOf(payers.baker));
    payer.element.setAttribute('endpoint', world.endpoint);
    payer.element.setAttribute('lang', 'en-US');
    document.body.append(payer.element);
  });

  afterEach(async () => {
    payer.leave();
    await world.close();
    localStorage.clear();
  });

  const whole = [
    ['zero', 'EL-3001', '¥125,000', 125_000],
    ['three', 'EL-3002', 'KWD 12.345', 12_345],
  ] as const;
  for (const [decimals, number, shown, value] of whole) {
    it(`case 44: a currency of ${decimals} decimals is shown and paid to the last unit`, async () => {
      await payer.sees(number);
      expect(payer.text).to.contain(shown);
      await payer.press('Pay this contract', number);
      await payer.untilAccounts();
      await payer.press('Review payment');
      await payer.find('button', `Authorize payment of ${shown}`);
      await payer.authorize();
      await expectEnd(world, payer, { ...acceptedOnce, payments: [value] });
      const [payment] = (await world.rows()).payments;
      expect(payment?.account_id).not.to.equal(accounts.checking);
    }).timeout(40_000);
  }

  it('case 44: a currency nobody knows is shown with its code, and can’t be paid', async () => {
    await payer.sees('EL-3003');
    const section = [...payer.root.querySelectorAll('section')].find((one) => one.textContent.includes('EL-3003'));
    expect(section?.textContent).to.contain('QQQ').and.to.contain('Its currency is not known to this page.');
    expect(section?.querySelectorAll('button')).to.have.length(0);
  });

  it('case 44: sums of several currencies are never added up', async () => {
    await payer.sees('EL-3003');
    const total = [...payer.root.querySelectorAll('[part~="total"]')].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
    expect(total.length).to.be.at.least(4);
    expect(total.join(' | ')).to.contain('¥125,000').and.to.contain('12.345');
  });

  it('case 44: a contract whose sums are of two currencies is a named line', async () => {
    payer.element.transport = rewriting(
      /\/contracts$/,
      editing(({ items }) => {
        for (const contract of items as { id: string; totals: { open: { currency: string } } }[])
          if (contract.id === inYen.id) contract.totals.open.currency = 'USD';
      }),
    );
    await payer.element.refresh();
    await payer.sees('This contract could not be loaded.');
    expect(payer.text).to.contain('EL-3001');
  });
});
