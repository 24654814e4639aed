/** Any two colours that meet on screen, in any state, are a pair whose contrast the theme editor reckons: found by drawing, not by reading. */
import { expect } from '@open-wc/testing';
import { pairs } from '../../../demo/theme-editor/contrast.js';
import { states } from '../../support/states.js';
import { ViewPage } from '../../support/view-page.js';

/** What WCAG asks of words, and of edges, rings and icons. */
const text = 4.5;
const shape = 3;

const inks = ['text', 'muted', 'link', 'danger', 'warning', 'success', 'on-accent', 'edge', 'focus'];
const grounds = {
  surface: 'var(--_surface)',
  field: 'var(--_field)',
  tint: 'var(--_tint)',
  accent: 'var(--_accent)',
  chosen: 'var(--_chosen)',
  'danger-ground': 'color-mix(in srgb, var(--_danger) 9%, transparent)',
  'warning-ground': 'color-mix(in srgb, var(--_warning) 9%, transparent)',
};
const none = 'rgba(0, 0, 0, 0)';

/** A colour of its own for each token, so that what is drawn tells which it is. */
const dye = ({ host }: ViewPage): void => {
  const tokens = [...inks, 'surface', 'field', 'tint', 'accent'];
  for (const [place, token] of tokens.entries()) host.style.setProperty(`--aspire-pay-${token}`, `rgb(${place * 10}, 100, 0)`);
  // On its way from one colour to another, a button has neither.
  host.style.setProperty('--aspire-pay-motion', '0ms');
};

/** Names by the colour that is computed. */
const readNames = (page: ViewPage, values: Readonly<Record<string, string>>): ReadonlyMap<string, string> => {
  const probe = page.one('.root').appendChild(document.createElement('i'));
  const found = Object.entries(values).map(([name, value]) => {
    probe.style.backgroundColor = value;
    return [getComputedStyle(probe).backgroundColor, name] as const;
  });
  probe.remove();
  return new Map(found);
};

const isDrawn = (element: Element): boolean => element.getClientRects().length > 0 && !element.closest('.sr, [aria-disabled="true"]');

const isRound = (element: Element): boolean => element.matches('[type="radio"], [type="checkbox"]');

const hasWords = (element: Element): boolean =>
  element.matches('input, select')
    ? !isRound(element)
    : [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '');

const hasEdge = (element: Element): boolean => {
  const { borderTopColor, borderTopWidth } = getComputedStyle(element);
  return element.matches('button, input, select') && !isRound(element) && borderTopWidth !== '0px' && borderTopColor !== none;
};

describe('what is drawn', () => {
  it('is of pairs that are reckoned, and by as much as each needs', async function () {
    this.timeout(60_000);
    const page = await ViewPage.open(states['contracts']);
    dye(page);
    const inkNames = readNames(page, Object.fromEntries(inks.map((ink) => [ink, `var(--aspire-pay-${ink})`])));
    const groundNames = readNames(page, grounds);
    const groundOf = (element: Element | null): string => {
      const color = element ? getComputedStyle(element).backgroundColor : '';
      return element && color === none ? groundOf(element.parentElement) : (groundNames.get(color) ?? color);
    };
    /** What is not reckoned, and where it was seen. */
    const loose = new Map<string, string>();
    const enough = (ink: string, ground: string, least: number): boolean =>
      pairs.some((pair) => pair.ink === ink && pair.ground === ground && pair.least >= least);

    for (const [name, draw] of Object.entries(states)) {
      await page.redraw(draw);
      for (const element of page.all('.root *').filter(isDrawn)) {
        const { color, borderTopColor } = getComputedStyle(element);
        const note = (ink: string, on: Element | null, least: number): void => {
          const [inkName, ground] = [inkNames.get(ink) ?? ink, groundOf(on)];
          if (!enough(inkName, ground, least))
            loose.set(`${inkName} on ${ground}, ${least}`, `${name}: ${element.outerHTML.slice(0, 120)}`);
        };
        if (hasWords(element)) note(color, element, text);
        if (element.matches('.icon')) note(color, element, shape);
        if (hasEdge(element)) note(borderTopColor, element.parentElement, shape);
        // The ring stands two pixels off.
        if (element.matches('a[href], button, input, select, summary')) note('focus', element.parentElement, shape);
      }
    }
    expect(Object.fromEntries(loose)).to.deep.equal({});
  });
});
