/**
 * What a reader changes for themselves, and what no reader must suffer from: larger text, wider spacing, a turned phone, fingers,
 * a pointer that hovers, no motion, the system's own colours. Over every state there is.
 */
import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { states } from '../support/states.js';
import { mediaOf, rulesOf } from '../support/style-rules.js';
import { ViewPage } from '../support/view-page.js';

const spacing = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }';
const paragraphs = 'p { margin-block-end: 2em !important }';

const open = async (width: string, css = ''): Promise<ViewPage> => {
  const page = await ViewPage.open(states['contracts']);
  const around = page.host.parentElement;
  if (around) around.style.inlineSize = width;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  page.root.adoptedStyleSheets = [...page.root.adoptedStyleSheets, sheet];
  return page;
};

const isDrawn = (element: HTMLElement): boolean => element.getClientRects().length > 0 && !element.closest('.sr, [aria-hidden="true"]');

const tell = (name: string, element: HTMLElement): string => `${name}: ${element.outerHTML.replace(/<!--.*?-->/g, '').slice(0, 140)}`;

/** Cut off at an edge of its own box. What is typed may be longer than its field, which scrolls; it is never higher than that. */
const isCut = (element: HTMLElement): boolean => {
  const { overflowX, overflowY, clipPath } = getComputedStyle(element);
  // Out of sight on purpose, as the heads of columns are where each cell has its label.
  if (clipPath !== 'none') return false;
  const isField = element.matches('input, select');
  const isWider = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
  const isHigher = (isField || overflowY !== 'visible') && element.scrollHeight > element.clientHeight + 1;
  return isHigher || (isWider && !isField);
};

/** What sticks out of the element, and what is cut off at the edge of its own box. */
const lost = (page: ViewPage, name: string): string[] => {
  const box = page.host.getBoundingClientRect();
  return page
    .all('*')
    .filter((element) => {
      if (!isDrawn(element)) return false;
      const { left, right } = element.getBoundingClientRect();
      return left < box.left - 1 || right > box.right + 1 || isCut(element);
    })
    .map((element) => tell(name, element));
};

/** Draws every state in turn, and gathers what is found in each. */
const inEveryState = async (page: ViewPage, find: (name: string) => string[]): Promise<string[]> => {
  const found: string[] = [];
  for (const [name, draw] of Object.entries(states)) {
    await page.redraw(draw);
    found.push(...find(name));
  }
  return found;
};

/** What a finger has to hit: of a choice it is the whole label. */
const targetOf = (control: HTMLElement): HTMLElement =>
  control.matches('[type="radio"], [type="checkbox"]') ? (control.closest('label') ?? control) : control;

const force = (forcedColors: 'active' | 'none'): Promise<unknown> => emulateMedia({ forcedColors });

const controls = 'a[href], button, input, select, summary';

describe('what a reader changes for themselves', () => {
  it('text of twice the size loses nothing, on half a desktop’s width', async function () {
    this.timeout(60_000);
    const page = await open('640px', ':host { font-size: 200% }');
    expect(await inEveryState(page, (name) => lost(page, name))).to.deep.equal([]);
  });

  it('text spaced as widely as anybody may ask for loses nothing on a phone', async function () {
    this.timeout(60_000);
    const page = await open('320px', spacing + paragraphs);
    expect(getComputedStyle(page.one('button')).wordSpacing).not.to.equal('0px');
    expect(await inEveryState(page, (name) => lost(page, name))).to.deep.equal([]);
  });

  it('a turned phone is only another width: no rule asks how it is held', async () => {
    const page = await open('640px');
    expect([...mediaOf(page.root)].filter((media) => /orientation|aspect-ratio/.test(media))).to.deep.equal([]);
  });
});

describe('what no reader must suffer from', () => {
  it('targets too small for a finger: controls are 44 pixels high, and nothing is under 24', async function () {
    this.timeout(60_000);
    const page = await open('320px');
    const small = (name: string): string[] =>
      page
        .all(controls)
        .filter(isDrawn)
        .filter((control) => {
          const { height, width } = targetOf(control).getBoundingClientRect();
          const least = control.matches('a:not(.tap)') ? 24 : 43.5;
          return height < least || width < 24;
        })
        .map((element) => tell(name, element));
    expect(await inEveryState(page, small)).to.deep.equal([]);
  });

  it('a focus nobody sees: every control has a ring, and nothing lies over it', async () => {
    const page = await open('640px');
    // A browser shows where the focus is to whoever came by a key.
    await sendKeys({ press: 'Tab' });
    for (const name of ['contracts', 'pay form with corrections', 'review', 'payments', 'accounts']) {
      await page.redraw(states[name]);
      const stops = page.all(controls).filter(isDrawn);
      expect(stops.length, name).to.be.above(2);
      for (const stop of stops) {
        stop.focus();
        const { outlineStyle, outlineWidth } = getComputedStyle(stop);
        expect([outlineStyle, outlineWidth], tell(name, stop)).to.deep.equal(['solid', '3px']);
        stop.scrollIntoView({ block: 'center' });
        const [{ left, top, width, height } = new DOMRect()] = stop.getClientRects();
        const above = page.root.elementFromPoint(left + width / 2, top + height / 2);
        expect(above && (stop.contains(above) || targetOf(stop).contains(above)), tell(name, stop)).to.equal(true);
      }
    }
    const without = rulesOf(page.root).filter(({ style }) => /outline(-width)?: 0|outline(-style)?: none/.test(style.cssText));
    // Headings and questions that only a script moves to: they are on no way through the page.
    expect(without.flatMap(({ selector }) => selector.split(', ')).filter((selector) => !selector.endsWith(':focus'))).to.deep.equal([]);
    expect(without.length).to.equal(1);
  });

  it('things that only a hovering pointer or the focus brings up: there are none', async () => {
    const page = await open('640px');
    const brings = rulesOf(page.root).filter(
      ({ selector, style }) =>
        /:hover|:focus/.test(selector) && (style.display !== '' || style.visibility !== '' || style.opacity !== '' || style.content !== ''),
    );
    expect(brings.map(({ selector }) => selector)).to.deep.equal([]);
    expect(await inEveryState(page, () => page.all('[title]').map(({ outerHTML }) => outerHTML))).to.deep.equal([]);
  });

  it('motion: it is only there for those who did not ask for less, and nothing flashes', async () => {
    const page = await open('640px');
    const moving = rulesOf(page.root).filter(({ style }) => style.animationName !== '' && style.animationName !== 'none');
    expect(moving.length).to.be.above(0);
    for (const { media, style } of moving) {
      expect(media).to.equal('(prefers-reduced-motion: no-preference)');
      expect(Number.parseFloat(style.animationDuration)).to.be.above(1);
    }
    const timed = rulesOf(page.root).filter(({ style }) => style.transition !== '');
    expect(timed.length).to.be.above(0);
    for (const { style } of timed) expect(style.transition).to.contain('var(--_motion)');
  });

  it('a ring that turns all day beside what is read: only one in a pressed button goes on, others stop within five seconds', async () => {
    const page = await open('640px');
    expect(matchMedia('(prefers-reduced-motion: no-preference)').matches).to.equal(true);
    await page.redraw(states['checking']);
    expect(page.all('.turn').map((ring) => getComputedStyle(ring).animationName)).to.deep.equal(['turn']);
    const secondsOf = ({ animationDuration, animationIterationCount }: CSSStyleDeclaration): number =>
      Number.parseFloat(animationDuration) * (animationIterationCount === 'infinite' ? Infinity : Number(animationIterationCount));
    const turning = (name: string): string[] =>
      page
        .all('.turn')
        .filter((ring) => !ring.closest('button') && secondsOf(getComputedStyle(ring)) > 5)
        .map((ring) => tell(name, ring));
    expect(await inEveryState(page, turning)).to.deep.equal([]);
  });

  it('colours that are not theirs, where the system’s are forced', async () => {
    const page = await open('640px');
    const forced = rulesOf(page.root).filter(({ media }) => media === '(forced-colors: active)');
    const values = forced.flatMap(({ style }) => [...style].map((name) => style.getPropertyValue(name).trim()));
    expect(values.length).to.be.above(15);
    const system = /^(Canvas|CanvasText|Field|ButtonBorder|ButtonText|ButtonFace|Highlight|LinkText)$/;
    expect(values.filter((value) => !system.test(value))).to.deep.equal([]);
    // Only one engine lets a test force them; there the buttons must still be told from the page.
    if (!navigator.userAgent.includes('Chrome/')) return;
    await force('active');
    try {
      expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
      for (const button of page.all('button:not(.quiet)').filter(isDrawn)) {
        const { borderTopColor, borderTopWidth, backgroundColor } = getComputedStyle(button);
        const ground = getComputedStyle(page.one('.root')).backgroundColor;
        expect(borderTopWidth).to.equal('1px');
        expect([borderTopColor, backgroundColor].some((color) => color !== ground)).to.equal(true);
      }
    } finally {
      await force('none');
    }
  });
});

describe('signing in asks for nothing to be remembered or transcribed', () => {
  it('has one field for the code that the browser fills in, and into which it can be pasted', async () => {
    const page = await ViewPage.open(states['code for signing in']);
    const code = page.field('Six-digit code');
    expect([code.getAttribute('autocomplete'), code.inputMode]).to.deep.equal(['one-time-code', 'numeric']);
    const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true });
    code.dispatchEvent(paste);
    expect(paste.defaultPrevented).to.equal(false);
    expect(page.all('[type="password"]')).to.deep.equal([]);
  });

  it('names the purpose of what is asked for about oneself, so that the browser can fill it in', async () => {
    const page = await ViewPage.open(states['register']);
    expect(page.all('input').map((field) => [field.id, field.getAttribute('autocomplete')])).to.deep.equal([
      ['firstName', 'given-name'],
      ['lastName', 'family-name'],
      ['email', 'email'],
      ['postalCode', 'postal-code'],
      ['contractNumber', 'off'],
    ]);
    await page.redraw(states['pay form given back']);
    expect(page.field('Name on account').autocomplete).to.equal('name');
  });
});
