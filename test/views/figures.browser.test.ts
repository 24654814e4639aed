/** Figures below each other line up at their decimals, whichever way the words run, and the head of a column stands over them. */
import { expect } from '@open-wc/testing';
import { languages, speak } from '../support/dressed.js';
import { contentsOf, isSplit, rangeIn, textsIn } from '../support/split-text.js';
import { states } from '../support/states.js';
import { ViewPage } from '../support/view-page.js';

const wide = '--aspire-pay-measure: 60em; inline-size: 1100px; font: 16px sans-serif';
/** A phone, the margins of its site, and text spaced as widely as a reader may ask for. */
const narrow = 'inline-size: 224px; font: 16px sans-serif; letter-spacing: 0.12em; word-spacing: 0.16em';

const open = async (locale: string, look = wide): Promise<ViewPage> => {
  const page = await ViewPage.open(states['contracts']);
  if (page.host.parentElement) page.host.parentElement.style.cssText = look;
  await speak(page, locale);
  return page;
};

/** Where the digits of a sum end on the right; undefined where there is no sum. */
const edgeOf = (element: Element): number | undefined => {
  for (const text of textsIn(element)) {
    const digits = /\d[\d.,\s]*[.,]\d\d/.exec(text.data);
    if (!digits) continue;
    return Math.round(rangeIn(text, digits).getBoundingClientRect().right);
  }
  return undefined;
};

/** Whether the digits of a sum go on in a second line. */
const isBroken = (element: Element): boolean =>
  textsIn(element).some((text) => {
    const digits = /\d[\d.,\s]*\d/.exec(text.data);
    return digits !== null && isSplit(rangeIn(text, digits));
  });

const edgesOf = (elements: readonly Element[]): number[] => [
  ...new Set(elements.map(edgeOf).filter((edge): edge is number => edge !== undefined)),
];

const rightOf = (element: Element): number => Math.round(contentsOf(element).getBoundingClientRect().right);

const cellsOf = (table: Element, column: number): Element[] => [...table.querySelectorAll(`tbody tr > :nth-child(${column + 1}).num`)];

/** Where it is narrow, a table is rows with labels. */
const hasColumns = (table: Element): boolean => getComputedStyle(table).display === 'table';

/** Columns in which the figures end in more places than one, and column heads that end elsewhere than a figure can. */
const ragged = (page: ViewPage): string[] =>
  page
    .all('table')
    .filter(hasColumns)
    .flatMap((table) =>
      [...table.querySelectorAll('thead th')].flatMap((head, column) => {
        const cells = cellsOf(table, column);
        const edges = edgesOf(cells);
        const texts = [...new Set([head, ...cells.filter((cell) => edgeOf(cell) !== undefined)].map(rightOf))];
        const found = edges.length === 0 || (edges.length === 1 && texts.length === 1);
        return found ? [] : [`${head.textContent}: ${edges.join(', ')} / ${texts.join(', ')}`];
      }),
    );

/** Lists of sums that end in more places than one. One of them may be bold, sign and all. */
const raggedLists = (page: ViewPage): string[] =>
  page
    .all('dl:not(.words)')
    .map((list) => [...list.querySelectorAll('dd')].filter((value) => edgeOf(value) !== undefined))
    .map((values) => [...new Set(values.map(rightOf))])
    .filter((edges) => edges.length > 1)
    .map((edges) => edges.join(', '));

for (const locale of Object.keys(languages)) {
  it(`in ${locale}, the figures of a column and of a list end below each other`, async function () {
    this.timeout(60_000);
    const page = await open(locale);
    const found: string[] = [];
    for (const [name, draw] of Object.entries(states)) {
      await page.redraw(draw);
      found.push(...[...ragged(page), ...raggedLists(page)].map((what) => `${name}: ${what}`));
    }
    expect(found).to.deep.equal([]);
  });
}

for (const locale of Object.keys(languages)) {
  it(`in ${locale}, no sum is broken over two lines, on a phone with widely spaced text`, async function () {
    this.timeout(60_000);
    const page = await open(locale, narrow);
    const found: string[] = [];
    for (const [name, draw] of Object.entries(states)) {
      await page.redraw(draw);
      const broken = page.all('.num, .sum, .total, dl:not(.words) dd').filter(isBroken);
      found.push(...broken.map(({ textContent }) => `${name}: ${textContent.trim()}`));
    }
    expect(found).to.deep.equal([]);
  });
}
