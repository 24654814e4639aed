/** What a payer may mistype: each mistake is named at its field, the focus goes to the summary, and nothing is sent. */
import { expect } from '@open-wc/testing';
import { searchFor } from '../support/digit-search.js';
import { Payer, until } from '../support/payer.js';
import { createWorld, payers, type World } from '../support/world.js';

describe('a mistake in the form', () => {
  let world: World;
  let payer: Payer;

  beforeEach(async () => {
    world = await createWorld();
    payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker) });
    await payer.press('Pay this contract', 'EL-1001');
    await payer.find('field', 'Due now');
    await until(() => payer.root.querySelector('input[name="account"]'), 'the bank accounts');
  });

  afterEach(async () => {
    payer.leave();
    await world.close();
  });

  /** The sentence of the error a field is described by. */
  const errorAt = async (field: string): Promise<string> => {
    const input = await payer.find('field', field);
    expect(input.getAttribute('aria-invalid'), `${field} is marked`).to.equal('true');
    const ids = (input.getAttribute('aria-describedby') ?? '').split(' ');
    const error = ids.map((id) => payer.root.getElementById(id)).find((element) => element?.id.endsWith('-error'));
    return (error?.textContent ?? '').replace(/\s+/g, ' ').trim();
  };

  const expectNothingSent = async (): Promise<void> => {
    const posts = await world.log('POST');
    expect(posts.map(({ path }) => path)).to.deep.equal([]);
  };

  const review = async (): Promise<void> => {
    await payer.press('Review payment');
    await payer.sees(/need[s]? a correction/);
    await until(() => payer.root.activeElement?.id === 'summary', 'the focus in the summary');
    await expectNothingSent();
  };

  const amounts: readonly [typed: string, sentence: RegExp][] = [
    ['0', /above zero/],
    ['-5', /above zero/],
    ['1e5', /not an amount/],
    ['12.345', /too many decimal places/],
    ['12,50', /not an amount/],
    ['60,000', /Only \$3,225\.00 is left to pay/],
    ['9.99', /smallest payment is \$10\.00/],
    ['', /Enter an amount/],
  ];
  for (const [typed, sentence] of amounts) {
    it(`refuses the amount “${typed}”`, async () => {
      await payer.choose('Other amount');
      if (typed !== '') await payer.type('Amount', typed);
      await review();
      expect(await errorAt('Amount')).to.match(sentence);
    });
  }

  it('refuses a routing number whose check digit is wrong, and an account number of three digits', async () => {
    await payer.choose('Use another account');
    await payer.type('Name on account', 'Bluebird Bakery LLC');
    await payer.type('Routing number', '123456789');
    await payer.type('Account number', '123');
    await review();
    expect(await errorAt('Routing number')).to.match(/not a routing number/);
    expect(await errorAt('Account number')).to.match(/3 digits.*4 to 17/);
    expect(payer.text).to.contain('2 entries need a correction');
    await expect(payer.element).to.be.accessible();
  });

  it('leads from the summary to the field', async () => {
    await payer.choose('Use another account');
    await payer.type('Name on account', 'Bluebird Bakery LLC');
    await payer.type('Account number', '123456');
    await review();
    await payer.press('Routing number');
    await until(() => payer.root.activeElement?.id === 'routingNumber', 'the focus in the field');
  });

  /** However a day that is not offered still arrives: a stale page, a meddling script. */
  const smuggle = async (date: string): Promise<void> => {
    const select = (await payer.find('field', 'Payment date')) as HTMLSelectElement;
    select.add(new Option(date, date));
    await payer.select('Payment date', date);
  };

  const days: readonly [date: string, what: string, sentence: RegExp][] = [
    ['2026-11-22', 'a Sunday', /closed on this day\. The next open day is Mon, Nov 23, 2026/],
    ['2026-11-26', 'Thanksgiving', /closed on this day\. The next open day is Fri, Nov 27, 2026/],
    ['2026-11-17', 'a day that has passed', /has passed\. The next open day is Wed, Nov 18, 2026/],
    ['2030-01-02', 'a day too far ahead', /too far ahead/],
  ];
  for (const [date, what, sentence] of days) {
    it(`refuses ${what} and names a day that is open`, async () => {
      await smuggle(date);
      await review();
      expect(await errorAt('Payment date')).to.match(sentence);
    });
  }

  it('offers no closed day', async () => {
    const select = (await payer.find('field', 'Payment date')) as HTMLSelectElement;
    const offered = [...select.options].map(({ value }) => value);
    expect(offered).to.include('2026-11-18').and.to.include('2026-11-27');
    for (const closed of ['2026-11-21', '2026-11-22', '2026-11-26']) expect(offered).not.to.include(closed);
  });

  it('masks the account number once the field is left, and never puts its digits back on the page', async () => {
    await payer.choose('Use another account');
    await payer.type('Account number', '987650004321');
    (await payer.find('field', 'Routing number')).focus();
    const field = (await payer.find('field', 'Account number')) as HTMLInputElement;
    await until(() => field.value.includes('4321') && !field.value.includes('98765'), 'the mask');
    field.focus();
    expect(field.value).not.to.contain('98765');
    await expectNothingSent();
  });
});

describe('a new bank account', () => {
  it('is kept by the lender, sealed, and pays at once', async () => {
    const world = await createWorld();
    const payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker) });
    try {
      await payer.press('Pay this contract', 'EL-1002');
      await payer.choose('Use another account');
      await payer.type('Name on account', 'Bluebird Bakery LLC');
      await payer.type('Routing number', '021000021');
      await payer.type('Account number', '987650004321');
      await payer.choose('Savings');
      await payer.choose('Personal');
      await payer.press('Review payment');
      await payer.authorize();
      await payer.sees('Payment accepted');
      const rows = await world.rows();
      expect(rows.alternate_efts).to.have.length(1);
      expect(rows.alternate_efts[0]).to.include({ sec_code: 'WEB', amount_value: 64_000, account_last4: '4321' });
      const readable = JSON.stringify([rows, Object.entries(localStorage), payer.root.innerHTML, payer.events]);
      expect(searchFor('987650004321')(readable)).to.equal(undefined);
    } finally {
      payer.leave();
      await world.close();
    }
  });
});
