/** Receipts: of a payment of last month and of one just made, on paper and as a file. Real endpoint, real database. */
import { expect } from '@open-wc/testing';
import { Downloads } from '../support/downloads.js';
import { PageClock } from '../support/page-clock.js';
import { payBefore } from '../support/paid-before.js';
import { Payer, until } from '../support/payer.js';
import { createWorld, payers, type World } from '../support/world.js';

describe('a receipt', () => {
  let world: World;
  let payer: Payer;
  let downloads: Downloads;
  let prints: string[];
  const print = window.print.bind(window);

  /** What would be on the paper: the page as its styles for print have it, shown on screen for a moment. */
  const readPaper = (): void => {
    const sheets = document.adoptedStyleSheets;
    for (const { media } of sheets) media.mediaText = 'all';
    const visible = [...document.body.querySelectorAll<HTMLElement>('*')].filter((one) => one.getClientRects().length > 0);
    prints.push(visible.map(({ localName }) => localName).join(' '));
    for (const { media } of sheets) media.mediaText = 'print';
  };

  beforeEach(async () => {
    world = await createWorld({ scheduleSeconds: 3_600 });
    downloads = new Downloads();
    prints = [];
    window.print = readPaper;
  });

  afterEach(async () => {
    payer.leave();
    downloads.stop();
    window.print = print;
    await world.close();
  });

  const open = (attributes: Record<string, string> = {}, into?: Element): void => {
    const where = into ? { into } : {};
    payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker), attributes, ...where });
  };

  const spaces = (text: string): string => text.replace(/\s+/g, ' ');

  it('of a payment of last month shows what was authorized, and leads back to where it was asked for', async () => {
    const [payment] = await payBefore(world);
    await world.setClock({ advanceSeconds: 30 * 86_400 });
    await world.movePayments({ status: 'paid' });
    open({ view: 'payments' });
    await payer.press('Show receipt');
    await until(() => payer.heading === 'Receipt' && payer.root.activeElement?.id === 'view', 'the receipt, its heading in focus');
    const stored = (await world.rows()).payments[0];
    await payer.sees(payment?.reference ?? '');
    expect(payer.text).to.contain('$10.00').and.to.contain('EL-1001').and.to.contain('Sent to bank').and.to.contain('Sent, not confirmed');
    expect(payer.text).to.contain('Wednesday, November 18, 2026').and.to.contain('in American English');
    expect(payer.text).to.contain(spaces(stored?.authorization_text ?? 'no text'));
    await expect(payer.element).to.be.accessible();
    await payer.press('Done');
    await until(() => payer.focused.startsWith('Show receipt'), 'the focus where it was');
  });

  it('is saved as a file that says the same, and its address is given back', async () => {
    const clock = new PageClock();
    try {
      const [payment] = await payBefore(world);
      open({ view: 'payments' });
      await payer.press('Show receipt');
      await payer.press('Save receipt');
      await until(() => downloads.files.length > 0, 'the file');
      const [file] = downloads.files;
      expect(file?.name).to.equal(`receipt-${payment?.reference ?? ''}.html`);
      expect(file?.blob.type).to.equal('text/html;charset=utf-8');
      const text = spaces((await file?.blob.text()) ?? '');
      expect(text).to.contain('$10.00').and.to.contain('EL-1001').and.to.contain(payment?.reference).and.to.contain('Pending');
      expect(text).to.contain(spaces((await world.rows()).payments[0]?.authorization_text ?? 'no text'));
      expect(downloads.held.size).to.equal(1);
      await clock.skip(61_000);
      expect(downloads.held.size).to.equal(0);
    } finally {
      clock.stop();
    }
  });

  it('of a payment just accepted is saved with the text that was read', async () => {
    open();
    await payer.review('EL-1001', 'Past due');
    await payer.authorize();
    await payer.sees('Payment accepted');
    await payer.press('Save receipt');
    await until(() => downloads.files.length > 0, 'the file');
    const stored = (await world.rows()).payments[0];
    const text = spaces((await downloads.files[0]?.blob.text()) ?? '');
    expect(downloads.files[0]?.name).to.equal(`receipt-${stored?.reference ?? ''}.html`);
    expect(text)
      .to.contain('$1,075.00')
      .and.to.contain(spaces(stored?.authorization_text ?? 'no text'));
    expect(text).not.to.match(/400012346789|12346789/);
  });

  it('prints alone, whatever else is on the page, and leaves the page as it was', async () => {
    await payBefore(world);
    const site = document.createElement('main');
    site.innerText = 'The site’s own words';
    const aside = document.createElement('aside');
    aside.innerText = 'Beside it';
    const place = document.createElement('section');
    site.append(place);
    document.body.append(site, aside);
    try {
      open({ view: 'payments' }, place);
      const logo = document.createElement('span');
      logo.slot = 'logo';
      const name = document.createElement('b');
      name.textContent = 'The lender';
      logo.append(name);
      payer.element.append(logo);
      await payer.press('Show receipt');
      await payer.press('Print receipt');
      await until(() => prints.length > 0, 'the paper');
      // With what the site has put into its slots.
      expect(prints).to.deep.equal(['main section aspire-pay span b']);
      window.dispatchEvent(new Event('afterprint'));
      expect(document.adoptedStyleSheets).to.have.length(0);
      expect(document.querySelector('[data-aspire-pay-printing], [data-aspire-pay-printed]')).to.equal(null);
    } finally {
      payer.leave();
      site.remove();
      aside.remove();
    }
  });

  it('that comes late leaves the focus in the field of the site where the payer went on', async () => {
    await payBefore(world);
    open({ view: 'payments' });
    await payer.find('button', 'Show receipt');
    await world.addFault({ path: '/payments/*', effect: { kind: 'delay-before' } });
    await payer.press('Show receipt');
    await world.untilHeld();
    await payer.inSiteField(async (search) => {
      search.focus();
      await world.release();
      await payer.find('button', 'Print receipt');
      await payer.element.updateComplete;
      expect(document.activeElement).to.equal(search);
    });
  });

  it('that comes late takes the focus from what is around the element: Safari leaves it there after a click', async () => {
    await payBefore(world);
    const main = document.createElement('main');
    main.tabIndex = -1;
    document.body.append(main);
    try {
      open({ view: 'payments' }, main);
      await payer.find('button', 'Show receipt');
      await world.addFault({ path: '/payments/*', effect: { kind: 'delay-before' } });
      await payer.press('Show receipt');
      await world.untilHeld();
      main.focus();
      await world.release();
      await payer.find('button', 'Print receipt');
      await until(() => payer.root.activeElement?.id === 'view', 'the focus on the heading');
    } finally {
      payer.leave();
      main.remove();
    }
  });

  it('that could not be had can be asked for again', async () => {
    await payBefore(world);
    open({ view: 'payments' });
    await payer.find('button', 'Show receipt');
    await world.addFault({ path: '/payments/*', effect: { kind: 'answer', status: 503, body: 'down' } });
    await payer.press('Show receipt');
    await payer.sees('The receipt could not be loaded');
    await expect(payer.element).to.be.accessible();
    await payer.press('Try again');
    await payer.find('button', 'Print receipt');
    await until(() => payer.root.activeElement?.id === 'view', 'the focus on the heading');
  });
});
