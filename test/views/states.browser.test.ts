/** What holds in every state of the element, in light and dark and on the narrowest phone. */
import { expect } from '@open-wc/testing';
import { states } from '../support/states.js';
import { ViewPage } from '../support/view-page.js';

const references = ['aria-labelledby', 'aria-describedby', 'for', 'aria-controls'] as const;

/** Ids that something points to and that aren't there. */
const lostIds = (page: ViewPage): string[] =>
  references.flatMap((name) =>
    page
      .all(`[${name}]`)
      .flatMap((element) => (element.getAttribute(name) ?? '').split(/\s+/))
      .filter((id) => page.root.getElementById(id) === null),
  );

/** Payments are no invoices: what can be done with one stands in its row. */
const isAmongInvoices = (element: HTMLElement): boolean => element.closest('.payments') === null;

const frame = async (name: string, scheme: 'light' | 'dark', width = '100%'): Promise<ViewPage> => {
  const page = await ViewPage.open(states[name]);
  const around = page.host.parentElement;
  if (around) {
    around.style.cssText = `color-scheme:${scheme};background:${scheme === 'dark' ? '#14171c' : '#fff'};`;
    around.style.color = scheme === 'dark' ? '#e6e9ee' : '#1b212a';
    around.style.inlineSize = width;
  }
  return page;
};

for (const name of Object.keys(states)) {
  describe(`the state “${name}”`, () => {
    it('has nothing that axe objects to, in light and in dark', async function () {
      // The largest takes a slow machine its time.
      this.timeout(90_000);
      for (const scheme of ['light', 'dark'] as const) {
        const page = await frame(name, scheme);
        await expect(page.host).to.be.accessible();
      }
    });

    it('has one heading of its own that the focus can move to', async () => {
      const page = await frame(name, 'light');
      const headings = page.all('[part~="heading"]');
      expect(headings.length).to.equal(1);
      expect(headings[0]?.id).to.equal('view');
      expect(headings[0]?.localName).to.equal('h2');
      page.host.shadowRoot?.getElementById('view')?.focus();
      expect(page.root.activeElement).to.equal(headings[0]);
    });

    it('has ids that are there once, and points to none that isn’t', async () => {
      const page = await frame(name, 'light');
      const ids = page.all('[id]').map(({ id }) => id);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).to.deep.equal([]);
      expect(lostIds(page)).to.deep.equal([]);
    });

    it('shows words, never a value that was forgotten', async () => {
      const { text } = await frame(name, 'light');
      expect(text).not.to.match(/undefined|\[object|NaN|Invalid Date|\bnull\b/);
    });

    it('carries no style of its own, which a strict policy would block', async () => {
      const page = await frame(name, 'light');
      expect(page.all('[style], style').length).to.equal(0);
    });

    it('draws two hundred rows at most, and no control among the invoices', async () => {
      const page = await frame(name, 'light');
      expect(page.all('tbody tr').length).to.be.at.most(200);
      const controls = ':is(button, input, select, [role="button"], [role="checkbox"], [role="radio"], [tabindex])';
      expect(page.all(`.table:not(.edit, .accounts) ${controls}`).filter(isAmongInvoices)).to.deep.equal([]);
    });

    it('fits a phone 320 pixels wide', async () => {
      const page = await frame(name, 'light', '288px');
      const right = page.host.getBoundingClientRect().right;
      const beyond = page
        .all('*')
        .filter(
          (element) => !element.closest('.sr') && element.getClientRects().length > 0 && element.getBoundingClientRect().right > right + 1,
        );
      expect(beyond.map(({ outerHTML }) => outerHTML.slice(0, 120))).to.deep.equal([]);
    });
  });
}
