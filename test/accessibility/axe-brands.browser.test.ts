/** What axe says of the contrast in every brand, light and dark: the brands' own share of `npm run test:axe -- --all`. */
import { expect } from '@open-wc/testing';
import { contrastRules, findViolations } from '../support/axe.js';
import { dress, looks, schemes } from '../support/dressed.js';
import { states } from '../support/states.js';
import { ViewPage } from '../support/view-page.js';

/** More rows of the same colours say nothing new; the whole walk has them. */
const repeats = /^(contracts huge|payments many)$/;
const walked = Object.entries(states).filter(([name]) => !repeats.test(name));

for (const [brand, look] of Object.entries(looks)) {
  for (const scheme of schemes) {
    describe(`the element as ${brand}, ${scheme}`, () => {
      it('has no contrast that axe objects to, in any state', async function () {
        this.timeout(240_000);
        const page = await ViewPage.open(states['contracts']);
        dress(page, look, scheme);
        const found: string[] = [];
        for (const [name, draw] of walked) {
          await page.redraw(draw);
          found.push(...(await findViolations(page.host, contrastRules)).map((violation) => `${name}: ${violation}`));
        }
        expect(found).to.deep.equal([]);
      });
    });
  }
}
