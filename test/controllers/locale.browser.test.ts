/** Which language an element speaks, from when on, and what it does while the words are on their way or can't be had. */
import { expect, fixture, html } from '@open-wc/testing';
import { addLanguage } from '../../src/controllers/language-shelf.js';
import { LocaleController, type LocaleOptions } from '../../src/controllers/locale.js';
import { en, type Messages } from '../../src/locales/en.js';
import { until } from '../support/payer.js';

/** Languages stay on the page's shelf: each test that needs one not to be there asks for one nobody has brought yet. */
const french: Messages = { refresh: 'Actualiser' };
const never = (): Promise<void> => new Promise(() => undefined);

interface Told {
  changes: number;
  faults: number;
}

describe('the language of an element', () => {
  let host: HTMLElement;
  let locale: LocaleController;
  let told: Told;

  const listen = (more: Partial<LocaleOptions> = {}, at: HTMLElement = host): LocaleController => {
    told = { changes: 0, faults: 0 };
    locale = new LocaleController({
      host: at,
      attribute: () => at.getAttribute('locale') ?? undefined,
      english: () => en,
      messages: () => undefined,
      onChange: () => {
        told.changes += 1;
        locale.choose();
      },
      onFault: () => {
        told.faults += 1;
      },
      fetch: never,
      wait: never,
      ...more,
    });
    locale.choose();
    locale.connect();
    return locale;
  };

  beforeEach(async () => {
    const around = await fixture<HTMLElement>(
      html`<div lang="en-GB">
        <section><p></p></section>
      </div>`,
    );
    const found = around.querySelector('p');
    if (!found) throw new Error('The fixture has no host');
    host = found;
  });

  afterEach(() => {
    locale.disconnect();
  });

  const ancestor = (): HTMLElement => host.closest('div') ?? host;

  it('is that of the nearest lang, and English is there at once', () => {
    listen();
    expect(locale.locale).to.equal('en-GB');
    expect(locale.words.refresh).to.equal('Refresh');
    expect(locale.isWaiting).to.equal(false);
  });

  it('waits for the first words, and says nothing until they are there', () => {
    host.lang = 'es';
    listen();
    expect(locale.isWaiting).to.equal(true);
    addLanguage('es-US', { refresh: 'Actualizar' });
    expect(locale.isWaiting).to.equal(false);
    expect(locale.locale).to.equal('es-US');
    expect(locale.words.refresh).to.equal('Actualizar');
    expect(locale.words.back, 'what the language lacks is English').to.equal('Back');
  });

  it('is English when the first words are late, until they come', async () => {
    let isOver = (): void => undefined;
    host.lang = 'ar';
    listen({ wait: () => new Promise((resolve) => (isOver = resolve)) });
    isOver();
    await until(() => !locale.isWaiting, 'the end of patience');
    expect([locale.locale, locale.direction, locale.words.refresh]).to.deep.equal(['en-US', 'ltr', 'Refresh']);
    addLanguage('ar', { refresh: 'تحديث' });
    expect([locale.locale, locale.direction, locale.words.refresh]).to.deep.equal(['ar', 'rtl', 'تحديث']);
  });

  it('stays what it was while another is on its way: words, formats and direction change as one', () => {
    host.lang = 'en-CA';
    listen({ fetch: never });
    addLanguage('en-CA', {});
    expect(locale.locale).to.equal('en-CA');
    host.lang = 'fr-FR';
    locale.choose();
    expect([locale.locale, locale.words.refresh, locale.format.locale, locale.isWaiting]).to.deep.equal([
      'en-CA',
      'Refresh',
      'en-CA',
      false,
    ]);
    addLanguage('fr-CA', french);
    expect([locale.locale, locale.words.refresh, locale.format.locale]).to.deep.equal(['fr-FR', 'Actualiser', 'fr-FR']);
  });

  it('is English where it can’t be had, and the page is told once', async () => {
    host.setAttribute('locale', 'fr-CA');
    const shelf = (globalThis as Record<symbol, { words: Map<string, Messages> }>)[Symbol.for('aspire-pay.languages')];
    shelf?.words.delete('fr-CA');
    let asked = 0;
    listen({
      fetch: () => {
        asked += 1;
        return Promise.reject(new Error('404'));
      },
    });
    await until(() => told.faults > 0, 'the fault');
    locale.choose();
    locale.choose();
    expect([told.faults, asked]).to.deep.equal([1, 1]);
    expect([locale.locale, locale.words.refresh, locale.isWaiting]).to.deep.equal(['en-US', 'Refresh', false]);
    addLanguage('fr-CA', french);
    expect(locale.words.refresh, 'a script that comes later is welcome').to.equal('Actualiser');
  });

  it('is asked for by the attribute before the page, and by the page before the browser', () => {
    addLanguage('fr-CA', french);
    host.lang = 'en-GB';
    host.setAttribute('locale', 'fr-CA');
    listen();
    expect(locale.locale).to.equal('fr-CA');
    host.setAttribute('locale', 'not a tag');
    locale.choose();
    expect(locale.locale).to.equal('en-GB');
  });

  it('follows a lang that changes further out, and no longer once the element is gone', async () => {
    addLanguage('fr-CA', french);
    listen();
    ancestor().lang = 'fr';
    await until(() => locale.locale === 'fr-CA', 'the new language');
    locale.disconnect();
    const { changes } = told;
    ancestor().lang = 'en';
    await new Promise((resolve) => setTimeout(resolve));
    expect(told.changes).to.equal(changes);
  });

  it('follows a lang outside the shadow roots it stands in', async () => {
    addLanguage('fr-CA', french);
    const outer = host.attachShadow({ mode: 'open' });
    const middle = document.createElement('div');
    outer.append(middle);
    const inner = document.createElement('span');
    middle.attachShadow({ mode: 'closed' }).append(inner);
    listen({}, inner);
    expect(locale.locale).to.equal('en-GB');
    ancestor().lang = 'fr-CA';
    await until(() => locale.locale === 'fr-CA', 'the language of the page');
    middle.lang = 'en-CA';
    await until(() => locale.locale === 'en-CA', 'the language of the shadow root');
  });

  it('is told of no other attribute', async () => {
    listen();
    const { changes } = told;
    ancestor().className = 'other';
    host.id = 'other';
    await new Promise((resolve) => setTimeout(resolve));
    expect(told.changes).to.equal(changes);
  });

  it('lays the words of the page over whatever is spoken', () => {
    addLanguage('fr-CA', french);
    const messages = { back: 'Zurück' };
    listen({ messages: () => messages });
    expect([locale.words.back, locale.words.refresh]).to.deep.equal(['Zurück', 'Refresh']);
    host.lang = 'fr';
    locale.choose();
    expect([locale.words.back, locale.words.refresh]).to.deep.equal(['Zurück', 'Actualiser']);
  });
});

describe('the direction of an element', () => {
  const directionIn = async (page: string, host = ''): Promise<string> => {
    addLanguage('ar', {});
    const around = await fixture<HTMLElement>(html`<div></div>`);
    const [outer = '', inner = ''] = page.split(' > ');
    const build = (attributes: string): HTMLElement => {
      const element = document.createElement('div');
      for (const [, name = '', value = ''] of attributes.matchAll(/(\w+)=(\S+)/g)) element.setAttribute(name, value);
      return element;
    };
    const [far, near, self] = [build(outer), build(inner), build(host)];
    around.append(far);
    far.append(near);
    near.append(self);
    const nothing = (): undefined => undefined;
    const options = { english: () => en, messages: nothing, onChange: nothing, onFault: nothing, fetch: never, wait: never };
    const locale = new LocaleController({ host: self, attribute: () => self.getAttribute('locale') ?? undefined, ...options });
    locale.choose();
    return locale.direction;
  };

  const cases: readonly (readonly [string, string, string])[] = [
    ['lang=en', '', 'ltr'],
    ['lang=ar', '', 'rtl'],
    // An Arabic element on an English page, which says its own direction for English.
    ['lang=en dir=ltr', 'locale=ar', 'rtl'],
    ['lang=en dir=ltr', 'lang=ar', 'rtl'],
    ['lang=ar dir=rtl', 'locale=en', 'ltr'],
    // The page says otherwise.
    ['lang=ar dir=ltr', '', 'ltr'],
    ['lang=ar > dir=ltr', '', 'ltr'],
    ['lang=en', 'dir=rtl', 'rtl'],
    ['lang=en', 'locale=ar dir=ltr', 'ltr'],
    ['lang=ar dir=auto', '', 'rtl'],
    // Hebrew isn't spoken: the English in its place reads as English does.
    ['lang=he dir=rtl', '', 'ltr'],
  ];
  for (const [page, host, direction] of cases) {
    it(`is ${direction} for “${host}” on a page with “${page}”`, async () => {
      expect(await directionIn(page, host)).to.equal(direction);
    });
  }
});
