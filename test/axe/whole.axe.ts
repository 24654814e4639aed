/**
 * The whole walk: every state in every brand, scheme and language, one test a screen, so that the count of tests is the count of
 * screens. Which of them are walked is asked of the run. Too long for every change; see main.ts.
 */
import { expect } from '@open-wc/testing';
import * as z from 'zod/mini';
import { findViolations } from '../support/axe.js';
import { dress, languages, looks, schemes, speak } from '../support/dressed.js';
import { states } from '../support/states.js';
import { ViewPage } from '../support/view-page.js';

const Share = z.object({ brands: z.array(z.string()), locales: z.array(z.string()) });
const chosen = Share.parse(await (await fetch('/__settings')).json());

const pick = (names: readonly string[], wanted: readonly string[]): readonly string[] => {
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}; there are ${names.join(', ')}.`);
  return wanted.length > 0 ? wanted : names;
};

for (const brand of pick(Object.keys(looks), chosen.brands)) {
  for (const scheme of schemes) {
    for (const locale of pick(Object.keys(languages), chosen.locales)) {
      describe(`as ${brand}, ${scheme}, in ${locale}`, () => {
        for (const [name, draw] of Object.entries(states)) {
          it(`“${name}” has nothing that axe objects to`, async function () {
            this.timeout(120_000);
            const page = await ViewPage.open(draw);
            dress(page, looks[brand], scheme);
            await speak(page, locale);
            expect(await findViolations(page.host)).to.deep.equal([]);
          });
        }
      });
    }
  }
}
