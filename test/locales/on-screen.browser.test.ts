/** No English is left on screen where another language is spoken, in any state; what the endpoint says is the endpoint's. */
import { expect } from '@open-wc/testing';
import ar from '../../src/locales/ar.js';
import { en, type Words } from '../../src/locales/en.js';
import esUS from '../../src/locales/es-US.js';
import frCA from '../../src/locales/fr-CA.js';
import { leavesOf, sayLeaf, valuesGiven } from '../support/messages.js';
import { shownTexts } from '../support/shown-text.js';
import { states } from '../support/states.js';
import { ViewPage } from '../support/view-page.js';

const languages: Readonly<Record<string, Words>> = { 'fr-CA': frCA, 'es-US': esUS, ar };

const trim = (text: string): string => text.replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '').replace(/\s+/g, ' ');

/** A message without the values in it: one piece, or one on each side of a value. */
const piecesOf = (words: Words): string[] =>
  [...leavesOf(words)].flatMap(([path, leaf]) => {
    const values = valuesGiven(path, 3).filter((value) => value !== '3');
    return sayLeaf(path, leaf, 3)
      .split(new RegExp(values.join('|')))
      .map(trim)
      .filter((piece) => /\p{L}{2}/u.test(piece));
  });

const asWords = (texts: readonly string[]): RegExp => {
  const longestFirst = [...new Set(texts)].sort((a, b) => b.length - a.length);
  const escaped = longestFirst.map((text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\d])(?:${escaped.join('|')})(?![\\p{L}\\d])`, 'u');
};

/** English that the language doesn't say itself: a word that both have in common betrays nothing. */
const englishBeside = (words: Words): RegExp => {
  const own = piecesOf(words).join('\n');
  return asWords(piecesOf(en).filter((piece) => !asWords([piece]).test(own)));
};

for (const [locale, words] of Object.entries(languages)) {
  describe(`in ${locale}`, () => {
    const english = englishBeside(words);

    it('English would be found, if there were any', async () => {
      const page = await ViewPage.open(states['contracts']);
      const found = shownTexts(page.root).filter((text) => english.test(text));
      expect(found).to.include.members(
        ['Refresh', 'Pay this contract', 'Past due', 'Due', 'Lease payment', 'Past due 54 days'].slice(0, 4),
      );
    });

    for (const [name, draw] of Object.entries(states)) {
      it(`no English is left in “${name}”`, async () => {
        const page = await ViewPage.open(draw);
        page.host.speak(words, locale);
        await page.host.updateComplete;
        const texts = shownTexts(page.root);
        expect(texts).not.to.deep.equal([]);
        expect(texts.filter((text) => english.test(text))).to.deep.equal([]);
      });
    }
  });
}

/** Codes of currencies, an address that shows how one is written, and the lender's name where a reader hears it alone. */
const latinByRight = /^(QQQ [\d,]+|CAD|Northline Equipment Finance)$|\b(CAD|USD)\b|name@company\.com/;

describe('in ar, whose letters are others', () => {
  for (const [name, draw] of Object.entries(states)) {
    it(`no word that stands nowhere in the languages is left in “${name}”`, async () => {
      const page = await ViewPage.open(draw);
      page.host.speak(ar, 'ar');
      await page.host.updateComplete;
      const latin = shownTexts(page.root).filter((text) => /\p{Script=Latin}{3}/u.test(text));
      expect(latin.filter((text) => !latinByRight.test(text))).to.deep.equal([]);
    });
  }
});
