/** axe over every state in every language: the languages' own share of `npm run test:axe -- --all`. English is walked in views/states. */
import { expect } from '@open-wc/testing';
import { findViolations } from '../support/axe.js';
import { dress, languages, looks, speak } from '../support/dressed.js';
import { states } from '../support/states.js';
import { ViewPage } from '../support/view-page.js';

for (const locale of Object.keys(languages).filter((name) => name !== 'en-US')) {
  describe(`the element in ${locale}`, () => {
    it('has nothing that axe objects to, in any state', async function () {
      this.timeout(240_000);
      const page = await ViewPage.open(states['contracts']);
      dress(page, looks['bank'], 'light');
      await speak(page, locale);
      const found: string[] = [];
      for (const [name, draw] of Object.entries(states)) {
        await page.redraw(draw);
        found.push(...(await findViolations(page.host)).map((violation) => `${name}: ${violation}`));
      }
      expect(found).to.deep.equal([]);
    });
  });
}
