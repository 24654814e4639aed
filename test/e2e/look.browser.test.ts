/** The look as a page and a lender set it: whose value wins, what is refused, which scheme is followed, what the tag says of itself. */
import { expect } from '@open-wc/testing';
import type { ErrorDetail } from '../../src/events.js';
import { setOnline } from '../support/network.js';
import { releaseUntil } from '../support/release.js';
import { Payer, until } from '../support/payer.js';
import { createWorld, payers, type World } from '../support/world.js';

const sheetOf = (css: string): CSSStyleSheet => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
};

describe('the look', () => {
  let world: World;
  let payer: Payer;
  let around: HTMLElement;

  const open = async (attributes: Record<string, string> = {}): Promise<void> => {
    payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker), into: around, attributes });
    await payer.sees('EL-1001');
  };
  const style = (css: string): void => {
    document.adoptedStyleSheets = [sheetOf(css)];
  };
  const root = (): CSSStyleDeclaration => getComputedStyle(payer.root.querySelector('.root') ?? payer.element);
  const button = async (): Promise<CSSStyleDeclaration> => getComputedStyle(await payer.find('button', 'Pay this contract'));

  beforeEach(async () => {
    world = await createWorld();
    around = document.createElement('div');
    around.className = 'around';
    document.body.append(around);
  });

  afterEach(async () => {
    document.adoptedStyleSheets = [];
    payer.leave();
    around.remove();
    await world.close();
  });

  it('is the lender’s where the page says nothing', async () => {
    await world.changeLender({ theme: { accent: 'rgb(1 2 3)', radius: '11px', 'font-heading': '"Courier New", monospace' } });
    await open();
    await until(async () => (await button()).backgroundColor === 'rgb(1, 2, 3)', 'the lender’s colour');
    expect((await button()).borderStartStartRadius).to.equal('11px');
    const name = payer.root.querySelector('section .name');
    expect(getComputedStyle(name ?? payer.element).fontFamily).to.contain('Courier New');
  });

  for (const [where, selector] of [
    ['the tag', 'aspire-pay'],
    ['an ancestor', '.around'],
    ['the root', ':root'],
  ] as const) {
    it(`is the page’s where it sets a token on ${where}, and the lender’s elsewhere`, async () => {
      style(`${selector} { --aspire-pay-accent: rgb(9 8 7) }`);
      await world.changeLender({ theme: { accent: 'rgb(1 2 3)', radius: '11px' } });
      await open();
      await until(async () => (await button()).borderStartStartRadius === '11px', 'the lender’s corners');
      expect((await button()).backgroundColor).to.equal('rgb(9, 8, 7)');
    });
  }

  it('follows the lender at the next reading, and goes back when the theme is gone', async () => {
    await open();
    const before = (await button()).backgroundColor;
    await world.changeLender({ theme: { accent: 'rgb(1 2 3)' } });
    await payer.element.refresh();
    await until(async () => (await button()).backgroundColor === 'rgb(1, 2, 3)', 'the new colour');
    await world.changeLender({ theme: { accent: 'rgb(3 2 1)', surface: 'rgb(5 5 5)' } });
    await payer.element.refresh();
    await until(
      async () => (await button()).backgroundColor === 'rgb(3, 2, 1)' && root().backgroundColor === 'rgb(5, 5, 5)',
      'the next colours',
    );
    await world.changeLender({ theme: null });
    await payer.element.refresh();
    await until(async () => (await button()).backgroundColor === before, 'the colour as before');
  });

  it('leaves out what isn’t a plain value, tells the page which, and shows the rest', async () => {
    await world.changeLender({
      theme: { accent: 'url(https://elsewhere.example/a.png)', link: 'red; } :host { display: none', radius: '11px' },
    });
    await open();
    await until(async () => (await button()).borderStartStartRadius === '11px', 'the lender’s corners');
    const [told] = payer.eventsNamed('aspire-pay-error').map(({ detail }) => detail as ErrorDetail);
    expect(told?.code).to.equal('theme-refused');
    expect(told?.message).to.match(/: accent, link\.$/);
    expect(told?.message).not.to.contain('elsewhere');
    expect(getComputedStyle(payer.element).display).to.equal('block');
    await payer.element.refresh();
    expect(payer.eventsNamed('aspire-pay-error'), 'told once').to.have.length(1);
  });

  it('is the lender’s for somebody not signed in, too', async () => {
    await world.changeLender({ theme: { text: 'rgb(1 2 3)' } });
    payer = Payer.open({ endpoint: world.endpoint, into: around });
    await payer.sees('Sign in to see your contracts');
    await until(() => root().color === 'rgb(1, 2, 3)', 'the lender’s text');
  });

  it('follows the color-scheme of the page, not the system’s, and the attribute `theme` before both', async () => {
    const shows = (color: string): Promise<boolean> => until(async () => (await button()).backgroundColor === color, color);
    const [light, dark] = ['rgb(11, 79, 138)', 'rgb(147, 197, 253)'] as const;
    style('.around { color-scheme: dark }');
    await open();
    await shows(dark);
    style('.around { color-scheme: light }');
    await shows(light);
    payer.element.setAttribute('theme', 'dark');
    await shows(dark);
    style(':root { --aspire-pay-scheme: light }');
    await shows(dark);
    payer.element.removeAttribute('theme');
    await shows(light);
  });

  it('is inherited where nothing is set: family, size, colour', async () => {
    style('.around { font: 21px "Courier New", monospace; color: rgb(4 5 6) }');
    await open();
    const { fontFamily, fontSize, color } = root();
    expect([fontFamily, fontSize, color]).to.deep.equal(['"Courier New", monospace', '21px', 'rgb(4, 5, 6)']);
  });

  it('reaches every part by its name', async () => {
    style('aspire-pay::part(button-primary) { letter-spacing: 3px } aspire-pay::part(total) { letter-spacing: 4px }');
    await open();
    expect((await button()).letterSpacing).to.equal('3px');
    const total = payer.root.querySelector('[part~="total"]');
    expect(getComputedStyle(total ?? payer.element).letterSpacing).to.equal('4px');
  });

  it('shows the site’s own logo in its slot, in place of the lender’s name', async () => {
    await open();
    expect(payer.text).to.contain('Harbor Equipment Finance');
    const logo = document.createElement('strong');
    logo.slot = 'logo';
    logo.textContent = 'Harbor';
    payer.element.append(logo);
    await until(() => logo.assignedSlot, 'the logo in its slot');
    expect(logo.getBoundingClientRect().height).to.be.above(0);
    const header = payer.root.querySelector('[part="header"] strong');
    expect(header?.getClientRects()).to.have.length(0);
  });
});

/** Engines without custom states have none to show; all three of ours have them. */
describe('the states of the tag', () => {
  let world: World;
  let payer: Payer;

  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(async () => {
    setOnline(true);
    payer.leave();
    await world.close();
  });

  const is = (state: string): Promise<true> => until(() => payer.element.matches(`:state(${state})`), `the state ${state}`);
  const isNot = (state: string): boolean => !payer.element.matches(`:state(${state})`);

  it('tell what goes on: loading, offline, stale, paying', async () => {
    await world.addFault({ path: '/contracts*', effect: { kind: 'delay-before' } });
    payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker) });
    await is('loading');
    await releaseUntil(world, () => payer.text.includes('EL-1001'));
    expect(['loading', 'offline', 'stale', 'paying', 'failed', 'signed-out', 'checking'].every(isNot)).to.equal(true);
    setOnline(false);
    await is('offline');
    setOnline(true);
    await until(() => isNot('offline'), 'the end of offline');
    await world.addFault({ path: '*', times: 2, effect: { kind: 'answer', status: 503, body: 'down' } });
    await payer.element.refresh();
    await is('stale');
    await world.clearFaults();
    await payer.element.refresh();
    await until(() => isNot('stale'), 'the end of stale');
    await payer.press('Pay this contract', 'EL-1001');
    await is('paying');
    await payer.untilAccounts();
    await payer.press('Back');
    await until(() => isNot('paying'), 'the end of paying');
  });

  it('tell that nobody is signed in, and that nothing could be read', async () => {
    payer = Payer.open({ endpoint: world.endpoint });
    await is('signed-out');
    payer.leave();
    await world.addFault({ path: '*', times: 2, effect: { kind: 'answer', status: 500, body: 'down' } });
    payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker) });
    await is('failed');
  });
});
