/** Which parts a page can style: what the public comment says of buttons and fields holds in every state. */
import { expect } from '@open-wc/testing';
import { states } from '../support/states.js';
import { ViewPage } from '../support/view-page.js';

const hasPart = (name: string) => (element: HTMLElement) => element.part.contains(name);
const lacksPart = (name: string) => (element: HTMLElement) => !element.part.contains(name);
const tick = ':is([type="checkbox"], [type="radio"])';

const findings: Readonly<Record<string, (page: ViewPage) => HTMLElement[]>> = {
  'every button is part `button`, but those of the navigation': (page) => [
    ...page.all('button:not(nav *)').filter(lacksPart('button')),
    ...page.all('nav button').filter(hasPart('button')),
  ],
  'every input and select is part `field`, but ticks and radio buttons': (page) => [
    ...page.all(`input:not(${tick}), select`).filter(lacksPart('field')),
    ...page.all(`input${tick}`).filter(hasPart('field')),
  ],
};

for (const [name, find] of Object.entries(findings)) {
  it(name, async function () {
    this.timeout(60_000);
    const page = await ViewPage.open(states['contracts']);
    const found: string[] = [];
    const seen = { nav: 0, tick: 0 };
    for (const [state, draw] of Object.entries(states)) {
      await page.redraw(draw);
      seen.nav += page.all('nav button').length;
      seen.tick += page.all(`input${tick}`).length;
      found.push(...find(page).map((element) => `${state}: ${element.outerHTML.slice(0, 120)}`));
    }
    expect(found).to.deep.equal([]);
    expect(seen.nav).to.be.above(0);
    expect(seen.tick).to.be.above(0);
  });
}
