/** Ten thousand contracts and a hundred thousand invoices: a payer finds one, sorts, turns pages and pays, and the page stays small. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { acceptedOnce, expectEnd } from '../support/end.js';
import { Payer, until } from '../support/payer.js';
import { createWorld, type World } from '../support/world.js';

let world: World;
let payer: Payer;

const rows = (): number => payer.root.querySelectorAll('tbody tr').length;
const sections = (): string[] => [...payer.root.querySelectorAll('h3')].map((heading) => heading.textContent.replace(/\s+/g, ' ').trim());
const search = async (text: string): Promise<void> => {
  await payer.type('Contract or invoice number', text);
  await sendKeys({ press: 'Enter' });
};

describe('a fleet of ten thousand contracts', () => {
  before(async function () {
    this.timeout(120_000);
    world = await createWorld({ isLarge: true });
  });
  after(() => world.close());
  beforeEach(async () => {
    payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf('continental-fleet') });
    await payer.sees('Total open on 10,000 contracts');
  });
  afterEach(() => {
    expect(rows()).to.be.at.most(200);
    payer.leave();
  });

  it('case 42: draws two hundred invoices at most, and turns to the next contracts', async () => {
    expect(rows()).to.be.within(20, 200);
    const first = sections();
    await payer.press('Next contracts');
    await payer.sees('Contracts 21 to 40 of 10,000');
    expect(sections()).not.to.deep.equal(first);
    // What was pressed is below the last of them, forty screens away on a phone.
    await until(() => payer.focused === sections()[0], 'the focus on the first of them');
    expect(payer.root.activeElement?.getBoundingClientRect().top).to.be.within(-1, 40);
    expect(payer.root.querySelector('tbody tr')?.getBoundingClientRect().top, 'its first invoice').to.be.above(0);
    expect(payer.said).to.deep.equal(['Contracts 21 to 40 of 10,000', '']);
    expect(rows()).to.be.within(20, 200);
  });

  it('case 42: draws what fits the screen first and the rest behind it, each time the list comes', async () => {
    const page = 20;
    await until(() => sections().length === page, 'the whole page');
    await payer.press('Payments');
    await payer.sees('No payments yet');
    const counts: number[] = [];
    const observer = new MutationObserver(() => counts.push(sections().length));
    observer.observe(payer.root, { childList: true, subtree: true });
    await payer.press('Contracts');
    await until(() => sections().length === page, 'the whole page again');
    observer.disconnect();
    const drawn = counts.filter((count) => count > 0);
    expect(drawn[0]).to.be.within(2, page - 1);
    expect([...drawn].sort((a, b) => a - b)).to.deep.equal(drawn);
    await until(() => payer.text.includes('Contracts 1 to 20 of 10,000'), 'what comes below the list');
  });

  it('case 42: draws what fits the screen first of the next contracts and of another order, too', async () => {
    const page = 20;
    const isWhole = (): boolean => sections().length === page;
    await until(isWhole, 'the whole page');
    const drawn: string[][] = [];
    const observer = new MutationObserver(() => drawn.push(sections()));
    observer.observe(payer.root, { childList: true, subtree: true });
    const expectFewFirst = (): void => {
      const few = drawn.find((them) => them.length < page) ?? [];
      expect(few.length).to.be.above(1);
      expect(few).to.deep.equal(sections().slice(0, few.length));
    };
    await payer.press('Next contracts');
    await payer.sees('Contracts 21 to 40 of 10,000');
    expectFewFirst();
    drawn.length = 0;
    await payer.select('Sort by', 'number');
    await until(() => sections()[0]?.includes('unit 00001') === true && isWhole(), 'the first by number');
    observer.disconnect();
    expectFewFirst();
  });

  it('case 42: lays out what is out of sight a contract a frame, and all of it at once when the payer scrolls', async () => {
    const waiting = (): number => payer.root.querySelectorAll('.later').length;
    await payer.press('Payments');
    await payer.sees('No payments yet');
    const counts: number[] = [];
    const observer = new MutationObserver(() => {
      counts.push(waiting());
      if (counts.length === 2) window.scrollBy(0, 40);
    });
    observer.observe(payer.root, { subtree: true, attributeFilter: ['class'] });
    await payer.press('Contracts');
    await payer.sees('Contracts 1 to 20 of 10,000');
    // What is read would jump where an engine doesn't hold it in its place.
    if (CSS.supports('overflow-anchor', 'auto')) await until(() => counts.at(-1) === 0, 'all of them');
    observer.disconnect();
    expect(waiting()).to.equal(0);
    const [all = 0, next = 0, ...rest] = counts;
    if (counts.length > 0) {
      expect(all).to.be.at.least(10);
      expect(next).to.equal(all - 1);
      expect(rest.length, 'turns it took after the scroll').to.be.at.most(2);
    }
  });

  it('case 42: finds a contract by its number or by one of its invoices', async () => {
    await search('300-0070012-034');
    await until(() => sections().length === 1, 'the one contract');
    expect(sections()[0]).to.contain('unit 01234');
    const invoice = payer.root.querySelector('tbody th')?.textContent.trim() ?? '';
    await search(invoice);
    await until(() => sections().length >= 1 && payer.text.includes(invoice), 'the contract of the invoice');
    expect(sections()[0]).to.contain('unit 01234');
  });

  it('case 42: sorts the whole of it, not the page', async () => {
    await payer.select('Sort by', 'number');
    await until(() => sections()[0]?.includes('unit 00001'), 'the first by number');
    await payer.select('Sort by', 'open');
    await until(() => sections()[0]?.includes('Telehandler'), 'the dearest first');
  });

  it('case 42: pays one found by a search', async () => {
    await search('300-0070045-067');
    await until(() => sections().length === 1, 'the one contract');
    await payer.review('300-0070045-067', 'Total open');
    await payer.find('button', 'Authorize payment of $6,763.00');
    await payer.authorize();
    await expectEnd(world, payer, { ...acceptedOnce, payments: [676_300] });
  });

  it('case 42: offers the first by due date where everything is more than the lender takes at once', async () => {
    await payer.press('Pay all open charges');
    await payer.sees(/At most \d+ contracts can be paid at once/);
    const lines = payer.all('button', 'Remove').length;
    expect(lines).to.be.within(2, 200);
    await payer.untilAccounts();
    await payer.press('Back');
    await payer.sees('Total open on 10,000 contracts');
  });
});
