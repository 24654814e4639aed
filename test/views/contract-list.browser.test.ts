/** What a payer reads and can press on the first view. */
import { expect } from '@open-wc/testing';
import { excavators, trailers } from '../support/sample-contracts.js';
import { portfolio } from '../support/sample-portfolio.js';
import { contractList } from '../../src/views/contract-list.js';
import { framed, reading } from '../support/draw.js';
import { states } from '../support/states.js';
import { plain, ViewPage } from '../support/view-page.js';

const hrefs = (page: ViewPage): string[] => page.all('a').map((link) => link.getAttribute('href') ?? '');

describe('a payer looks at the contracts', () => {
  it('reads what is owed in all, and that payments go to the contract', async () => {
    const page = await ViewPage.open(states['contracts']);
    expect(plain(page.one('#view').textContent)).to.equal('Total open on 3 contracts');
    expect(plain(page.one('[part="total"]').textContent)).to.equal('$58,548.22');
    expect(page.text).to.contain(
      'Payments apply to the contract. Northline Equipment Finance applies them to open invoices by its own rules.',
    );
  });

  it('reads each sum once a currency, never added up', async () => {
    const page = await ViewPage.open(states['contracts two currencies']);
    const sums = page.all('.summary [part="total"]').map((total) => plain(total.textContent));
    expect(sums).to.deep.equal(['$33,978.30', 'CA$1,234,567.89', 'QQQ 123,456,789']);
    expect(plain(page.one('#view').textContent)).to.equal('Total open on 3 contracts');
    const over = page.all('.summary p.over').map((name) => plain(name.textContent));
    expect(over).to.deep.equal(['Total open (USD)', 'Total open (CAD)', 'Total open (QQQ)']);
    expect(page.buttons.filter((name) => name.startsWith('Pay this contract')).length).to.equal(2);
    expect(page.text).to.contain('This contract can’t be paid here. Its currency is not known to this page.');
  });

  it('finds one way to pay a contract, named by its number', async () => {
    const page = await ViewPage.open(states['contracts']);
    await page.press(page.button('Pay this contract 100-0048213-002'));
    expect(page.sent).to.deep.equal([{ type: 'payPressed', contractId: 'excavators' }]);
  });

  it('reads how each invoice stands by its due date, in words', async () => {
    const page = await ViewPage.open(states['contracts']);
    const [table] = page.all('table');
    const rows = [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) => plain(row.querySelector('[part="status"]')?.textContent));
    expect(rows).to.deep.equal(['Past due 54 days', 'Past due 23 days', 'Past due 8 days', 'Due today', 'Due in 7 days']);
    expect(plain(table?.querySelector('caption')?.textContent)).to.equal('5 open invoices on contract 100-0048213-002');
  });

  it('sees the first of a long list before the rest, and what comes below it when all of it is there', async () => {
    const state = portfolio([excavators, trailers, { ...trailers, id: 'more' }], { total: 30, hasNext: true });
    const count = async (portion: number): Promise<number> => {
      const page = await ViewPage.open((context) =>
        framed(state, contractList(state, { ...context, session: state.session }, portion), context, true),
      );
      expect(page.buttons.includes('Next contracts')).to.equal(page.all('[part="contract"]').length === 3);
      return page.all('[part="contract"]').length;
    };
    expect([await count(1), await count(10), await count(100), await count(Infinity)]).to.deep.equal([1, 2, 3, 3]);
  });

  it('follows a link only where there is a document, into a page of its own', async () => {
    const page = await ViewPage.open(states['contracts']);
    const links = page.all('table a');
    expect(links.length).to.equal(9);
    expect(links.every((link) => link.getAttribute('target') === '_blank' && link.getAttribute('rel') === 'noopener noreferrer')).to.equal(
      true,
    );
    expect(plain(links[0]?.textContent)).to.equal('INV-2025-091844, invoice document');
  });

  it('sees a payment in flight and autopay beside the balance', async () => {
    const page = await ViewPage.open(reading(portfolio([trailers])));
    expect(page.text).to.contain('$2,150.75 in flight, Pending, dated Nov 24, 2025. It is not yet taken off the open amounts.');
    expect(page.text).to.contain('Autopay is on. The next debit is on Dec 1, 2025.');
  });

  it('asks for fresh figures', async () => {
    const page = await ViewPage.open(states['contracts']);
    expect(page.text).to.match(/As of 3:42 PM/);
    await page.press(page.button('Refresh'));
    expect(page.sent).to.deep.equal([{ type: 'refreshPressed' }]);
  });
});

describe('where a contract can’t be paid', () => {
  const withoutPay = [
    'contracts offline',
    'contracts payments off',
    'contracts read-only',
    'contracts broken',
    'contracts closed',
    'contracts without session',
  ];
  for (const name of withoutPay) {
    it(`there is no button, nor a gray one: ${name}`, async () => {
      const page = await ViewPage.open(states[name]);
      expect(page.buttons.filter((words) => words.startsWith('Pay'))).to.deep.equal([]);
      expect(page.all('[disabled]').length).to.equal(0);
    });
  }

  it('the reason is read where there is one', async () => {
    const page = await ViewPage.open(states['contracts read-only']);
    expect(page.text).to.contain('This contract can’t be paid here. It is in settlement. Call customer service to arrange a payment.');
  });

  it('a contract that came broken is a named line, and can be asked for again', async () => {
    const page = await ViewPage.open(states['contracts broken']);
    expect(page.text).to.contain('Contract 100-0033061-001 This contract could not be loaded.');
    expect(page.text).to.contain('A contract without a readable number');
    expect(page.all('table').length).to.equal(0);
    page.button('Try again 100-0033061-001').click();
    expect(page.sent).to.deep.equal([{ type: 'refreshPressed' }]);
  });

  it('payments off tells how to reach the lender instead', async () => {
    const page = await ViewPage.open(states['contracts payments off']);
    expect(page.text).to.contain('Northline Equipment Finance does not take payments on this page.');
    expect(hrefs(page)).to.include('tel:18005550142');
    expect(hrefs(page)).to.include('mailto:service@northline.example');
  });

  it('a payment being checked takes the button’s place', async () => {
    const page = await ViewPage.open(states['contracts checking']);
    expect(page.text).to.contain('Do not pay again. We are checking a payment of $22,500.00.');
    expect(page.buttons).not.to.include('Pay this contract 100-0048213-002');
    page.button('See what is known 100-0048213-002').click();
    expect(page.sent).to.deep.equal([{ type: 'checkingOpened', key: '7f3c2041-88aa-4b1e-9d55-0123456789ab' }]);
  });

  it('a payment being checked stays in sight when its contract is on another page', async () => {
    const page = await ViewPage.open(states['contracts checking elsewhere']);
    expect(page.text).to.contain('We are checking a payment of $22,500.00 on contract 100-0048213-002.');
    expect(page.buttons).to.include('See what is known 100-0048213-002');
  });
});

describe('while there is no list', () => {
  it('its true shape fills the window, and says so in words', async () => {
    const page = await ViewPage.open(states['loading']);
    expect(page.one('.reserve').getBoundingClientRect().height).to.be.at.least(window.innerHeight);
    expect(page.one('.reserve [aria-hidden="true"]').querySelectorAll('.sheet').length).to.be.above(1);
    expect(page.text).to.contain('Loading contracts…');
  });

  it('trying again is offered where it can help, and only there', async () => {
    const failed = await ViewPage.open(states['contracts failed: timeout']);
    expect(failed.text).to.contain('The lender did not answer in time.');
    failed.button('Try again').click();
    expect(failed.sent).to.deep.equal([{ type: 'refreshPressed' }]);
    const hopeless = await ViewPage.open(states['contracts failed: endpoint-missing']);
    expect(hopeless.buttons).not.to.include('Try again');
  });

  it('the site’s own sign-in shows when nobody is signed in', async () => {
    const page = await ViewPage.open(states['signed out']);
    expect(plain(page.one('#view').textContent)).to.equal('Sign in to see your contracts');
    expect(page.all('slot[name="signed-out"]').length).to.equal(1);
    expect(page.text).to.contain('Northline Equipment Finance');
  });
});

describe('hostile text from an endpoint', () => {
  it('case 47: stays text, isolated and clipped', async () => {
    const page = await ViewPage.open(states['contracts hostile']);
    expect(page.all('img, script, b').length).to.equal(0);
    expect(page.text).to.contain('<img src=x onerror=alert(1)>');
    const longest = Math.max(...page.all('bdi').map(({ textContent }) => textContent.length));
    expect(longest).to.equal(301);
    expect(page.text).to.contain('and 2 more charges');
    expect(page.text).to.contain('Being processed');
  });

  it('case 47: becomes no link but over https', async () => {
    const page = await ViewPage.open(states['contracts hostile']);
    expect(page.all('table a').length).to.equal(0);
  });

  it('never claims an invoice is a choice, whatever it is called', async () => {
    const page = await ViewPage.open(reading(portfolio([{ ...excavators, description: 'Choose an invoice' }])));
    expect(page.all('tbody :is(input, button, select, label)').length).to.equal(0);
  });
});
