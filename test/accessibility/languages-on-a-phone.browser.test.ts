/**
 * On the narrowest phone, in every language, over every state: nothing sticks out, no sum and no status is broken, and what is chosen in a list
 * can be read to its end; the last on a desktop too, where lists stand in columns. Between the two no table is wider than its place.
 * Must not know what a language says.
 */
import { expect } from '@open-wc/testing';
import { languages, speak } from '../support/dressed.js';
import { contentsOf, isSplit, rangeIn, textsIn } from '../support/split-text.js';
import { states } from '../support/states.js';
import { plain, ViewPage } from '../support/view-page.js';

/** What the margins of a page leave of 320 pixels, and of 1280. */
const phone = 288;
const desktop = 1248;
/** Where tables have columns and the least room for them. */
const tight = [930, 968, 1160];

const open = async (locale: string, width: number, font = 'sans-serif'): Promise<ViewPage> => {
  const page = await ViewPage.open(states['contracts']);
  if (page.host.parentElement) page.host.parentElement.style.cssText = `inline-size: ${width}px; font: 16px ${font}`;
  await speak(page, locale);
  return page;
};

const isDrawn = (element: HTMLElement): boolean => element.getClientRects().length > 0 && !element.closest('.sr, [aria-hidden="true"]');

const outside = (page: ViewPage): HTMLElement[] => {
  const box = page.host.getBoundingClientRect();
  return page.all('*').filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return isDrawn(element) && (left < box.left - 1 || right > box.right + 1);
  });
};

/** A contract, an invoice or a payment by its number, of a length that a line can hold. */
const brokenNumbers = (page: ViewPage): HTMLElement[] =>
  page
    .all('bdi')
    .filter((element) => isDrawn(element) && /^(?=.*\d)[\w-]{2,20}$/.test(element.textContent) && isSplit(contentsOf(element)));

const broken = (page: ViewPage): HTMLElement[] =>
  page.all('dd:not(:has(*)), [part="total"], .num, .sum').filter((element) => {
    const text = plain(element.textContent);
    // At most the letters of a currency.
    if (!isDrawn(element) || !/[.,]\d\d(?!\d)/.test(text) || /\p{L}(.*\p{L}){3}/u.test(text)) return false;
    return isSplit(contentsOf(element));
  });

/** A list with nothing in it but what is chosen is as wide as that is. */
const cut = (page: ViewPage): HTMLElement[] =>
  page.all('select').filter((select) => {
    const alone = select.cloneNode(false) as HTMLSelectElement;
    const [chosen] = (select as HTMLSelectElement).selectedOptions;
    if (chosen) alone.append(new Option(chosen.text));
    alone.style.cssText = 'position: absolute; inline-size: max-content; max-inline-size: none';
    select.after(alone);
    const needed = alone.offsetWidth;
    alone.remove();
    return needed > select.offsetWidth + 1;
  });

/** A table whose longest words need more than there is. */
const tooWide = (page: ViewPage): HTMLElement[] =>
  page.all('table').filter((table) => table.offsetWidth > (table.parentElement?.clientWidth ?? 0) + 1);

/** The words of a status, each by itself. */
const wordsOf = (status: HTMLElement): Range[] =>
  textsIn(status).flatMap((text) => [...text.data.matchAll(/\S+/g)].map((word) => rangeIn(text, word)));

const brokenStatuses = (page: ViewPage): HTMLElement[] => page.all('[part="status"]').filter((status) => wordsOf(status).some(isSplit));

const findInAll = async (page: ViewPage, find: (page: ViewPage) => HTMLElement[]): Promise<string[]> => {
  const found: string[] = [];
  for (const [state, draw] of Object.entries(states)) {
    await page.redraw(draw);
    found.push(...find(page).map((element) => `${state}: ${element.tagName} ${plain(element.textContent).slice(0, 60)}`));
  }
  return found;
};

for (const locale of Object.keys(languages)) {
  describe(`on a phone, in ${locale}`, () => {
    const findings: readonly [string, (page: ViewPage) => HTMLElement[]][] = [
      ['nothing sticks out', outside],
      ['no sum is broken', broken],
      ['no number is broken', brokenNumbers],
      ['no word of a status is broken', brokenStatuses],
      ['what is chosen in a list is not cut off', cut],
    ];
    for (const [name, find] of findings) {
      it(name, async function () {
        this.timeout(60_000);
        expect(await findInAll(await open(locale, phone), find)).to.deep.equal([]);
      });
    }
  });

  it(`on a desktop, in ${locale}, what is chosen in a list is not cut off`, async function () {
    this.timeout(60_000);
    expect(await findInAll(await open(locale, desktop), cut)).to.deep.equal([]);
  });

  for (const width of tight) {
    it(`on ${width} pixels, in ${locale} and a wide font, no table is wider than its place and no word of a status broken`, async function () {
      this.timeout(60_000);
      const page = await open(locale, width, "'DejaVu Serif', serif");
      expect(await findInAll(page, (drawn) => [...tooWide(drawn), ...brokenStatuses(drawn)])).to.deep.equal([]);
    });
  }
}
