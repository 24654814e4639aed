/** The frame around the views: the lender, freshness, navigation, headings at any level, and printing. */
import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { html } from 'lit';
import type { ViewContext } from '../../src/views/context.js';
import { viewHeading } from '../../src/views/heading.js';
import { shell, type ShellFacts } from '../../src/views/shell.js';
import { session } from '../support/sample-contracts.js';
import { plain, ViewPage } from '../support/view-page.js';

const facts: ShellFacts = { views: ['contracts'], view: 'contracts', isBusy: false, asOfNote: '', canRefresh: true };
const framed = (change: Partial<ShellFacts>, logoUrl?: string) => (context: ViewContext) => {
  const lender = { ...session.lender, ...(logoUrl === undefined ? {} : { logoUrl }) };
  return shell({ ...facts, ...change }, html`<p>Body</p>`, { ...context, session: { ...session, lender } });
};

describe('the frame around a view', () => {
  it('names the lender, in letters or by its logo', async () => {
    const page = await ViewPage.open(framed({}));
    expect(plain(page.one('[part="header"] strong').textContent)).to.equal('Northline Equipment Finance');
    await page.redraw(framed({}, 'https://northline.example/logo.svg'));
    expect(page.one('img').getAttribute('alt')).to.equal('Northline Equipment Finance');
  });

  it('takes no logo from just anywhere', async () => {
    const page = await ViewPage.open(framed({}, 'javascript:alert(1)'));
    expect(page.all('img').length).to.equal(0);
  });

  it('has a navigation where there is more than one view, and says which is shown', async () => {
    const page = await ViewPage.open(framed({}));
    expect(page.all('nav').length).to.equal(0);
    await page.redraw(framed({ views: ['contracts', 'payments', 'bank-accounts'], view: 'payments' }));
    expect(page.all('nav button').map(({ textContent }) => plain(textContent))).to.deep.equal(['Contracts', 'Payments', 'Bank accounts']);
    expect(plain(page.one('nav [aria-current="page"]').textContent)).to.equal('Payments');
    page.button('Contracts').click();
    expect(page.sent).to.deep.equal([{ type: 'viewChosen', view: 'contracts' }]);
    await expect(page.host).to.be.accessible();
  });

  it('keeps the look of the view that is shown while the pointer is on its name', async () => {
    const page = await ViewPage.open(framed({ views: ['contracts', 'payments'], view: 'payments' }));
    const look = (name: string): string[] => {
      const { color, fontWeight, borderBlockEndColor } = getComputedStyle(page.button(name));
      return [color, fontWeight, borderBlockEndColor];
    };
    const shown = look('Payments');
    expect(shown).not.to.deep.equal(look('Contracts'));
    const { x, y, width, height } = page.button('Payments').getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
    expect(page.button('Payments').matches(':hover')).to.equal(true);
    expect(look('Payments')).to.deep.equal(shown);
    await resetMouse();
  });

  it('has the navigation in one order and place, whichever view is shown', async () => {
    const page = await ViewPage.open(framed({}));
    const views = ['contracts', 'payments', 'bank-accounts'] as const;
    for (const view of views) {
      await page.redraw(framed({ views, view }));
      expect(page.all('nav button').map(({ textContent }) => plain(textContent))).to.deep.equal(['Contracts', 'Payments', 'Bank accounts']);
      const [header, nav, body] = [...page.one('.root').children];
      expect([header?.part.value, nav?.part.value, plain(body?.textContent)]).to.deep.equal(['header', 'nav', 'Body']);
    }
  });

  it('offers no Refresh where nothing can be read again', async () => {
    const page = await ViewPage.open(framed({ canRefresh: false }));
    expect(page.buttons).to.deep.equal([]);
  });
});

describe('headings', () => {
  for (const [level, name] of [
    [1, 'h1'],
    [3, 'h3'],
    [4, 'h4'],
    [5, 'h5'],
    [6, 'h6'],
    [9, 'h6'],
    [0, 'h1'],
  ] as const) {
    it(`stand at the level the site chose: ${level} is ${name}`, async () => {
      const page = await ViewPage.open((context) => viewHeading({ ...context, headingLevel: level }, 'Contracts'));
      expect(page.one('#view').localName).to.equal(name);
    });
  }
});
