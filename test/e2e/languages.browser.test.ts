/** A payer who doesn't read English: on the real endpoint, in the language of the page or of the element. */
import { expect } from '@open-wc/testing';
import ar from '../../src/locales/ar.js';
import frCA from '../../src/locales/fr-CA.js';
import { Payer, until } from '../support/payer.js';
import { createWorld, payers, type World } from '../support/world.js';

describe('another language than English', () => {
  let world: World;
  const opened: Payer[] = [];

  const open = (attributes: Record<string, string>, into: Element = document.body): Payer => {
    const payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker), attributes, into });
    opened.push(payer);
    return payer;
  };

  /** Where the element's own words stand. */
  const bodyOf = (payer: Payer): HTMLElement => {
    const body = payer.root.querySelector<HTMLElement>('div[lang]:not([role])');
    if (!body) throw new Error('Nothing is drawn yet');
    return body;
  };

  beforeEach(async () => {
    world = await createWorld();
  });

  afterEach(async () => {
    for (const payer of opened.splice(0)) payer.leave();
    await world.close();
  });

  it('shows nothing half-translated: no English word is seen before the French ones are there', async () => {
    const payer = open({ locale: 'fr-CA' });
    await payer.element.updateComplete;
    const seen = new Set<string>();
    await until(() => {
      const body = bodyOf(payer);
      if (getComputedStyle(body).visibility === 'visible') seen.add(body.lang);
      return payer.text.includes('EL-1001') && seen.size > 0;
    }, 'the contracts in French');
    expect([...seen]).to.deep.equal(['fr-CA']);
    expect(payer.said.join(' ')).to.contain('4 contrats chargés.');
    expect(payer.text).to.contain('Payer ce contrat').and.to.contain('3 225,00 $');
    await expect(payer.element).to.be.accessible();
  });

  it('stands beside another on one page, each in its own language and direction', async () => {
    const english = open({});
    const french = open({ lang: 'fr-CA' });
    const arabic = open({ locale: 'ar' });
    await english.sees('Pay this contract');
    await french.sees(frCA.line.pay);
    await arabic.sees(ar.line.pay);
    expect(english.text).not.to.contain(frCA.line.pay);
    expect(french.text).not.to.contain('Pay this contract');
    expect([english, french, arabic].map(bodyOf).map(({ lang, dir }) => [lang, dir])).to.deep.equal([
      ['en-US', 'ltr'],
      ['fr-CA', 'ltr'],
      ['ar', 'rtl'],
    ]);
    // On this page, which is read from the left.
    expect(getComputedStyle(document.documentElement).direction).to.equal('ltr');
    const button = await arabic.find('button', ar.refresh);
    const middle = arabic.element.getBoundingClientRect();
    expect(button.getBoundingClientRect().x).to.be.below(middle.x + middle.width / 2);
    await expect(arabic.element).to.be.accessible();
  });

  it('follows the page when its language changes, and keeps what was typed', async () => {
    const page = document.createElement('div');
    page.lang = 'en-US';
    document.body.append(page);
    const payer = open({}, page);
    payer.element.removeAttribute('lang');
    await payer.press('Pay this contract', 'EL-1001');
    await payer.choose('Other amount');
    await payer.type('Amount', '1,200');
    page.lang = 'fr';
    await payer.sees(frCA.form.review);
    expect(((await payer.find('field', frCA.fields.otherAmount)) as HTMLInputElement).value).to.equal('1,200');
    expect(bodyOf(payer).lang).to.equal('fr-CA');
    // Typed the English way, it stays twelve hundred: a French comma would have made it a little over one.
    await payer.untilAccounts();
    await payer.press(frCA.form.review);
    await payer.sees('1 200,00 $');
    page.remove();
  });

  it('says the page’s own words in place of ours, on this element alone', async () => {
    const own = open({});
    own.element.messages = { line: { pay: 'Pay this lease' }, charges: { rent: 'Rent' } };
    const other = open({});
    await own.sees('Pay this lease');
    await other.sees('Pay this contract');
    expect(own.has('button', 'Pay this contract')).to.equal(false);
    own.element.messages = undefined;
    await own.sees('Pay this contract');
  });

  it('asks for the authorization in the language of the review, and gives it in that one', async () => {
    const payer = open({ locale: 'fr-CA' });
    await payer.press(frCA.line.pay, 'EL-1001');
    await payer.choose(frCA.form.choices.other);
    await payer.type(frCA.fields.otherAmount, '1 075,50');
    await payer.untilAccounts();
    await payer.press(frCA.form.review);
    await payer.find('field', frCA.review.tick);
    expect(payer.text).to.contain('autorise').and.to.contain('1 075,50 $');
    // The page changes its mind while the payer reads: what was read is what is authorized.
    payer.element.locale = 'en-US';
    await payer.sees('I authorize this payment');
    expect(payer.root.querySelector<HTMLElement>('.terms')?.lang, 'read out in the voice it is written for').to.equal('fr-CA');
    await payer.authorize();
    await payer.sees('Payment accepted');
    const { payments } = await world.rows();
    expect(payments).to.have.length(1);
    expect(payments[0]).to.include({ amount_value: 107_550, authorization_locale: 'fr-CA' });
    expect(payments[0]?.authorization_text).to.contain('autorise');
  });

  it('reads an amount in Arabic digits, and shows sums and numbers in their own order', async () => {
    const payer = open({ locale: 'ar-EG' });
    await payer.press(ar.line.pay, 'EL-1001');
    await payer.choose(ar.form.choices.other);
    await payer.type(ar.fields.otherAmount, '١٬٠٧٥٫٥٠');
    await payer.untilAccounts();
    await payer.press(ar.form.review);
    await payer.find('field', ar.review.tick);
    // The digits of bank papers, in the element's own sum and in the endpoint's text alike.
    for (const place of ['.total', '.terms']) {
      const sum = payer.root
        .querySelector(place)
        ?.textContent.replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '')
        .replace(/\u00a0/g, ' ');
      expect(sum, place).to.contain('1,075.50 US$').and.not.to.match(/[٠-٩]/);
    }
    const number = [...payer.root.querySelectorAll('bdi')].find(({ textContent }) => textContent === 'EL-1001');
    expect(number && getComputedStyle(number).direction).to.equal('ltr');
    await expect(payer.element).to.be.accessible();
  });
});
