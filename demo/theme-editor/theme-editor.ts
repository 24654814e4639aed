/**
 * The theme editor: one theme, its fields, the elements that show it, what is wrong with its contrast, and its text.
 * Wiring only. The theme reaches the page as a sheet made by script, since the policy allows no other.
 */
import { brands, isBrandName } from '../brands/brands.js';
import { inScheme } from './colors.js';
import { toPlainColor } from './any-color.js';
import { colorTokens, startColorRows } from './color-rows.js';
import { pageGround, withValue, type Theme } from './contrast.js';
import { showExports, startExports } from './exports.js';
import { showFindings } from './findings.js';
import { startLogo } from './logo.js';
import { find } from './page.js';
import { startPreviews } from './previews.js';
import { startShapeFields } from './shape-fields.js';
import { toCss } from './theme-file.js';

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

let theme: Theme = {};

/** While a colour is dragged the element follows at once, and the reckoning when the hand rests. */
const reckonAfterMs = 150;
let reckoning: ReturnType<typeof setTimeout> | undefined;

/** A preview stands on the theme's own ground, so that nothing ends where the element does. */
const ground = (): string => theme.surface ?? `light-dark(${pageGround.light}, ${pageGround.dark})`;

/** Themes from elsewhere may write colours in any notation; fields and contrast want hex. */
const plain = (given: Theme): Theme =>
  colorTokens.reduce<Theme>((made, token) => {
    const value = made[token];
    if (value === undefined) return made;
    const [light, dark] = [toPlainColor(inScheme(value, 'light')), toPlainColor(inScheme(value, 'dark'))];
    return { ...made, [token]: light === dark ? light : `light-dark(${light}, ${dark})` };
  }, given);

const draw = (): void => {
  sheet.replaceSync(`.stage { background: ${ground()} }\n${toCss(theme, '.stage aspire-pay')}`);
  colors.show(theme);
  shapes.show(theme);
  clearTimeout(reckoning);
  reckoning = setTimeout(() => showFindings(theme, (remedy) => choose(withValue(theme, remedy))), reckonAfterMs);
  showExports(theme);
};

const choose = (next: Theme): void => {
  theme = plain(next);
  draw();
};

const now = (): Theme => theme;
const colors = startColorRows(now, choose);
const shapes = startShapeFields(now, choose);
const logo = startLogo();

const readStored = async (): Promise<void> => {
  const answer = await fetch('/back-office/api/look', { cache: 'no-store' });
  if (!answer.ok) return;
  const look = (await answer.json()) as { theme: Theme; logoUrl: string | null };
  logo.show(look.logoUrl);
  choose(look.theme);
};

const startFrom = (name: string): void => {
  if (name === 'stored') void readStored();
  else {
    logo.show(isBrandName(name) ? logo.addressOf(name) : null);
    choose(isBrandName(name) ? brands[name].theme : {});
  }
};

const start = find('#start', HTMLSelectElement);
start.append(...Object.entries(brands).map(([name, brand]) => new Option(`${brand.name}: ${brand.idea}`, name)));
start.addEventListener('change', () => startFrom(start.value));

const scheme = find('#scheme', HTMLSelectElement);
const stages = find('#stages', HTMLElement);
scheme.addEventListener('change', () => {
  stages.dataset['scheme'] = scheme.value;
});

startExports({ theme: now, logoUrl: logo.read, choose });
draw();
const asked = new URLSearchParams(location.search).get('brand') ?? 'stored';
start.value = isBrandName(asked) ? asked : 'stored';
startFrom(start.value);
startPreviews(stages).then(
  () => logo.draw(),
  () => {
    find('#problem', HTMLElement).hidden = false;
  },
);
