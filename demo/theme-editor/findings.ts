/** Contrast in words: how many pairs pass, which fail and by how much, and what would mend each. Pressing that applies it. */
import { checkTheme, leftToPage, remediesFor, schemesOf, type Finding, type Pair, type Remedy, type Theme } from './contrast.js';
import { colorName } from './color-rows.js';
import { find, make, swatch } from './page.js';

const inks: Readonly<Record<Pair['ink'], string>> = {
  text: 'Text',
  muted: 'Secondary text',
  link: 'Links and outlined buttons',
  danger: 'Past due and errors',
  warning: 'Attention',
  success: 'Accepted',
  'on-accent': 'Words on action',
  edge: 'Borders of controls',
  focus: 'Focus ring',
};

const grounds: Readonly<Record<Pair['ground'], string>> = {
  surface: 'the ground',
  field: 'an input',
  tint: 'a notice',
  accent: 'the action button',
  'accent-hover': 'the action button under the pointer',
  chosen: 'what is chosen',
  hover: 'a button under the pointer',
  'danger-ground': 'an error notice',
  'warning-ground': 'a warning',
};

/** Cut, not rounded: 4.499 must not read as 4.5. */
const write = (ratio: number): string => (Math.floor(ratio * 100) / 100).toFixed(2);

export const describeFinding = ({ ink, ground, scheme, ratio, least }: Finding): string =>
  `${inks[ink]} on ${grounds[ground]}, ${scheme}: ${write(ratio)} to 1, needs ${least} to 1.`;

type Apply = (remedy: Remedy) => void;

const remedyButton = (remedy: Remedy, apply: Apply): HTMLButtonElement => {
  const button = make('button', { type: 'button', class: 'remedy' }, swatch(remedy.value), `${colorName(remedy.token)} ${remedy.value}`);
  button.addEventListener('click', () => apply(remedy));
  return button;
};

const offer = (words: string, remedies: readonly Remedy[], apply: Apply): HTMLDivElement =>
  make('div', { class: 'remedies' }, words, ...remedies.map((remedy) => remedyButton(remedy, apply)));

const failingItem = (finding: Finding, remedies: readonly Remedy[], apply: Apply): HTMLLIElement =>
  make(
    'li',
    {},
    make('p', {}, describeFinding(finding)),
    remedies.length > 0
      ? offer('Nearest that passes: ', remedies, apply)
      : make('p', {}, 'No lightness of this colour passes here: change what it stands on.'),
  );

/** The pairs are reckoned on a page of the theme's own scheme; a theme that leaves its ground or its text to the page can't count on one. */
const leftItem = (missing: readonly Remedy[], apply: Apply): HTMLLIElement => {
  const names = missing.map(({ token }) => colorName(token).toLowerCase()).join(' and ');
  const scheme = missing[0]?.scheme ?? '';
  const words = `Always ${scheme}, but its ${names} ${missing.length === 1 ? 'is' : 'are'} left to the page: on a page that isn’t ${scheme} no figure here holds.`;
  return make('li', {}, make('p', {}, words), offer('Set: ', missing, apply));
};

const row = (finding: Finding): HTMLTableRowElement =>
  make(
    'tr',
    {},
    make('th', { scope: 'row' }, `${inks[finding.ink]} on ${grounds[finding.ground]}`),
    make('td', {}, finding.scheme),
    make('td', { class: 'num' }, write(finding.ratio)),
    make('td', { class: 'num' }, String(finding.least)),
    make('td', {}, finding.passes ? 'passes' : 'fails'),
  );

export const showFindings = (theme: Theme, apply: Apply): void => {
  const findings = checkTheme(theme);
  const missing = leftToPage(theme);
  const failing = findings.filter(({ passes }) => !passes);
  const summary = find('#contrast-summary', HTMLElement);
  const where = missing.length > 0 ? `on a ${schemesOf(theme).join('')} page only` : `in ${schemesOf(theme).join(' and ')}`;
  const words =
    failing.length === 0
      ? `All ${findings.length} pairs pass WCAG 2.2 AA, ${where}.`
      : `${failing.length} of ${findings.length} pairs fail WCAG 2.2 AA.`;
  if (summary.textContent !== words) summary.textContent = words;
  summary.dataset['verdict'] = failing.length === 0 && missing.length === 0 ? 'passes' : 'fails';
  const known = new Map<string, string | undefined>();
  find('#failing', HTMLElement).replaceChildren(
    ...(missing.length > 0 ? [leftItem(missing, apply)] : []),
    ...failing.map((finding) => failingItem(finding, remediesFor(theme, finding, known), apply)),
  );
  find('#all-pairs', HTMLElement).replaceChildren(...findings.map(row));
};
