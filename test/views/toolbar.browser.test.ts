/** How a payer with very many contracts finds their way in them. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { emptyPortfolio } from '../../src/domain/portfolio.js';
import { excavators, pagedFleet } from '../support/sample-contracts.js';
import { portfolio } from '../support/sample-portfolio.js';
import { reading } from '../support/draw.js';
import { states } from '../support/states.js';
import { plain, ViewPage } from '../support/view-page.js';

describe('a payer with very many contracts', () => {
  it('searches on Enter, and by emptying the field', async () => {
    const page = await ViewPage.open(states['contracts many']);
    const field = page.field('Contract or invoice number');
    expect(field.value).to.equal('INV');
    field.focus();
    field.select();
    await sendKeys({ type: '0048' });
    await sendKeys({ press: 'Enter' });
    expect(page.sent).to.deep.equal([{ type: 'searched', q: '0048' }]);
    field.select();
    await sendKeys({ press: 'Backspace' });
    expect(page.sent.at(-1)).to.deep.equal({ type: 'searched', q: '' });
  });

  it('keeps the field of a search that is emptied until the whole list is there', async () => {
    const query = { ...emptyPortfolio.query, q: '0048' };
    const found = portfolio([excavators], { query });
    const page = await ViewPage.open(reading(found));
    const field = page.field('Contract or invoice number');
    field.focus();
    await page.redraw(reading({ ...found, query: emptyPortfolio.query, isRefreshing: true }));
    expect(page.root.activeElement).to.equal(field);
  });

  it('calls no contract closed before the closed ones are there', async () => {
    const query = { ...emptyPortfolio.query, status: 'closed' } as const;
    const page = await ViewPage.open(reading({ ...portfolio([excavators]), query, isRefreshing: true }));
    expect(plain(page.one('#view').textContent)).to.equal('Total open on 1 contract');
    await page.redraw(reading({ ...portfolio([]), query, isRefreshing: true }));
    expect(plain(page.one('#view').textContent)).to.equal('No open contracts');
  });

  it('has neither search nor switch where the page names the contract', async () => {
    const page = await ViewPage.open(reading(portfolio([excavators], { isNamed: true })));
    expect(page.all('form[role="search"]')).to.have.length(0);
  });

  it('sorts, and turns to closed contracts', async () => {
    const page = await ViewPage.open(states['contracts many']);
    const sort = page.field('Sort by');
    expect(sort.value).to.equal('open');
    sort.value = 'number';
    sort.dispatchEvent(new Event('change'));
    await page.press(page.field('Show closed contracts'));
    expect(page.sent).to.deep.equal([
      { type: 'sortChosen', sort: 'number' },
      { type: 'closedToggled', isOn: true },
    ]);
  });

  it('turns the pages of contracts', async () => {
    const page = await ViewPage.open(states['contracts many']);
    expect(page.text).to.contain('Contracts 21 to 22 of 10,000');
    page.button('Next contracts').click();
    page.button('Previous contracts').click();
    expect(page.sent).to.deep.equal([
      { type: 'contractsTurned', to: 'next' },
      { type: 'contractsTurned', to: 'previous' },
    ]);
  });

  it('turns the pages of one contract’s invoices, and a button at its end keeps the focus and does nothing', async () => {
    const page = await ViewPage.open(reading(portfolio([pagedFleet])));
    expect(page.text).to.contain('Invoices 1 to 10');
    const back = page.button('Previous invoices on contract 100-0039902-014');
    back.focus();
    back.click();
    expect(page.root.activeElement).to.equal(back);
    page.button('Next invoices on contract 100-0039902-014').click();
    expect(page.sent).to.deep.equal([{ type: 'invoicesTurned', contractId: 'fleet', to: 'next' }]);
  });

  it('sees which invoices are not here when an endpoint sends more than can be drawn', async () => {
    const page = await ViewPage.open(states['contracts huge']);
    expect(page.all('tbody tr').length).to.equal(200);
    expect(page.text).to.contain('Invoices 1 to 4');
  });

  it('keeps the focus on the search while the list changes', async () => {
    const page = await ViewPage.open(states['contracts many']);
    const field = page.field('Contract or invoice number');
    field.focus();
    await page.redraw(states['contracts empty search']);
    expect(page.root.activeElement).to.equal(field);
    expect(plain(page.one('#view').textContent)).to.equal('No contract found');
  });

  it('keeps the focus on the switch when closed contracts come', async () => {
    const page = await ViewPage.open(states['contracts']);
    const box = page.field('Show closed contracts');
    box.focus();
    await page.redraw(states['contracts empty closed']);
    expect(page.root.activeElement).to.equal(box);
  });
});
