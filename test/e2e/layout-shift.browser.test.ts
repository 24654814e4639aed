/**
 * Nothing moves from an empty tag, which the browser doesn't know yet, to the loaded list: neither what the element draws nor what the
 * site has above and below it. Chromium measures every shift; the other engines are asked where the site's own things stand.
 */
import { expect } from '@open-wc/testing';
import { brands } from '../../demo/brands/brands.js';
import { counted, countedContracts, type Count } from '../support/counted-contracts.js';
import { until } from '../support/payer.js';
import { LateFile, measures, ShiftPage, type ShiftPageOptions } from '../support/shift-page.js';
import { createWorld, defaultNow, type World } from '../support/world.js';

const widths = [320, 768, 1280] as const;

describe('from the empty tag to the list', () => {
  let world: World;
  let page: ShiftPage;
  let places: readonly number[];

  const openWorld = async (logoUrl?: string): Promise<void> => {
    world = await createWorld({ portfolio: countedContracts(defaultNow.slice(0, 10), logoUrl) });
  };

  /** To where the shape of the list stands. */
  const open = async (count: Count, options: Omit<ShiftPageOptions, 'world' | 'payerId'>): Promise<void> => {
    page = await ShiftPage.open({ world, payerId: counted[count], ...options });
    places = [page.topOf('header'), page.topOf('aspire-pay')];
    expect(page.topOf('footer'), 'what is below, before').to.be.at.least(page.window.innerHeight);
    await page.define();
    isStill();
  };

  const isStill = (): void => {
    expect(page.moves).to.deep.equal([]);
    expect([page.topOf('header'), page.topOf('aspire-pay')], 'what is above').to.deep.equal(places);
    expect(page.topOf('footer'), 'what is below').to.be.at.least(page.window.innerHeight);
  };

  afterEach(async () => {
    page.close();
    await world.close();
  });

  for (const width of widths) {
    describe(`nothing moves at ${width} pixels`, () => {
      for (const count of [0, 1, 3, 12] as const) {
        it(`with ${count} contracts`, async () => {
          await openWorld();
          await open(count, { width });
          await page.answer();
          expect(page.root?.querySelectorAll('section')).to.have.length(count);
          // With the callback that the page gave before the tag was known.
          expect(await world.log('GET'), 'questions').to.have.length(2);
          isStill();
        });
      }

      for (const [name, { theme }] of Object.entries(brands)) {
        it(`in the look “${name}” of the lender’s, which comes with the data`, async () => {
          await openWorld();
          await world.changeLender({ theme });
          await open(3, { width });
          await page.answer();
          expect(page.root && getComputedStyle(page.root).paddingTop).to.equal(theme.padding);
          isStill();
        });
      }

      it('in such a look, with a logo of the site’s own', async () => {
        await openWorld();
        await world.changeLender({ theme: brands.medical.theme });
        await open(3, { width, inside: '<strong slot="logo">Northline Leasing</strong>' });
        await page.answer();
        isStill();
      });

      for (const view of ['payments', 'bank-accounts']) {
        it(`where the page shows ${view} first`, async () => {
          await openWorld();
          await world.changeLender({ theme: brands.medical.theme });
          await open(3, { width, view });
          await page.answer();
          await until(() => !page.root?.querySelector('.breathe'), 'the view');
          await page.settle();
          isStill();
        });
      }

      for (const locale of ['en-US', 'ar']) {
        it(`with a logo of the lender’s that comes last, in ${locale}`, async () => {
          const logo = new LateFile('/demo/brands/bank.svg');
          await openWorld(logo.address);
          await open(3, { width, locale });
          await page.answer();
          const image = page.root?.querySelector<HTMLImageElement>('img');
          expect(image?.naturalWidth).to.equal(0);
          await logo.letGo();
          await until(() => image?.naturalWidth, 'the logo');
          await page.settle();
          isStill();
        });
      }

      for (const locale of ['fr-CA', 'ar']) {
        it(`with words that come before the data, in ${locale}`, async () => {
          await openWorld();
          const words = new LateFile(`/src/locales/${locale}.ts`);
          await open(3, { width, locale, words });
          await words.letGo();
          await until(() => page.root?.lang === locale, 'the language');
          await page.settle();
          isStill();
          await page.answer();
          expect(page.root?.querySelectorAll('section')).to.have.length(3);
          isStill();
        });

        it(`with words that come after the data, in ${locale}: the shape stands until the list can be read`, async () => {
          await openWorld();
          const words = new LateFile(`/src/locales/${locale}.ts`);
          await open(3, { width, locale, words });
          await page.answer();
          expect(page.showsShape).to.equal(true);
          await words.letGo();
          await until(() => page.root?.lang === locale && page.root.querySelector('section'), 'the list');
          await page.settle();
          isStill();
        });
      }
    });
  }

  it('is measured: what does move on such a page is noticed, where the engine measures', async () => {
    await openWorld();
    await open(1, { width: 320 });
    await page.answer();
    const tall = page.window.document.createElement('div');
    tall.style.blockSize = '200px';
    page.payer.element.before(tall);
    await page.settle();
    expect(page.topOf('aspire-pay')).to.be.above(places[1] ?? 0);
    if (measures) expect(page.moves).to.have.length(1);
  });
});
