/**
 * The lender's look from the endpoint, as a sheet of its own below whatever the page sets: it fills the `--_theme-*` properties,
 * to which each token falls back. Values are set one by one on a rule made here, so that none can end it. Must not know who sent them.
 */
import type { Theme } from '../api/index.js';
import type { PortfolioState } from '../domain/portfolio.js';
import { readTheme, type CheckedTheme } from '../domain/theme.js';
import { tokens, type TokenName } from '../domain/tokens.js';

/** Undefined for no values, and where the engine has no sheets of this kind: there the page's own look stands. */
const makeSheet = (values: CheckedTheme): CSSStyleSheet | undefined => {
  if (values.size === 0 || !('replaceSync' in CSSStyleSheet.prototype)) return undefined;
  const sheet = new CSSStyleSheet();
  sheet.insertRule(':host {}');
  const [rule] = sheet.cssRules;
  for (const [name, value] of values) (rule as CSSStyleRule).style.setProperty(tokens[name].themed, value);
  return sheet;
};

export class ThemeSheet {
  readonly #onRefused: (names: readonly TokenName[]) => void;
  #sheet: CSSStyleSheet | undefined;
  #shown: Theme | undefined;
  /** The last one known stays while nobody is signed in or nothing could be read, so that nothing flickers. */
  #known: Theme | undefined;

  constructor(onRefused: (names: readonly TokenName[]) => void) {
    this.#onRefused = onRefused;
  }

  /** Shows what the lender sent: with the session, or with what is known of it without one. */
  follow({ session, lender }: PortfolioState, root: ShadowRoot | null): void {
    this.#known = session ? session.theme : (lender?.theme ?? this.#known);
    this.show(this.#known, root);
  }

  /** Shows the theme, or none. What is shown already is left alone, since every poll brings it anew. */
  show(theme: Theme | undefined, root: ShadowRoot | null): void {
    if (!root || theme === this.#shown || JSON.stringify(theme) === JSON.stringify(this.#shown)) return;
    this.#shown = theme;
    const { values, refused } = readTheme(theme ?? {});
    this.#adopt(makeSheet(values), root);
    if (refused.length > 0) this.#onRefused(refused);
  }

  /** A new sheet for the old one: WebKit doesn't draw anew when a custom property changes inside a sheet it has adopted. */
  #adopt(sheet: CSSStyleSheet | undefined, root: ShadowRoot): void {
    // Each change of the sheets has everything styled anew.
    if (!sheet && !this.#sheet) return;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter((one) => one !== this.#sheet), ...(sheet ? [sheet] : [])];
    this.#sheet = sheet;
  }
}
