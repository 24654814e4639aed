/**
 * The lender's look from the endpoint, as a sheet of its own below whatever the page sets: it fills the `--_theme-*` properties,
 * to which each token falls back. Values are set one by one on a rule made here, so that none can end it. Must not know who sent them.
 */
import type { Theme } from '../api/index.js';
import { readTheme } from '../domain/theme.js';
import { tokens, type TokenName } from '../domain/tokens.js';

export class ThemeSheet {
  readonly #onRefused: (names: readonly TokenName[]) => void;
  #sheet: CSSStyleSheet | undefined;
  #shown: Theme | undefined;

  constructor(onRefused: (names: readonly TokenName[]) => void) {
    this.#onRefused = onRefused;
  }

  /** Shows the theme, or none. What is shown already is left alone, since every poll brings it anew. */
  show(theme: Theme | undefined, root: ShadowRoot | null): void {
    const rule = this.#rule(root);
    if (!rule || JSON.stringify(theme) === JSON.stringify(this.#shown)) return;
    this.#shown = theme;
    const { values, refused } = readTheme(theme ?? {});
    for (const { themed } of Object.values(tokens)) rule.style.removeProperty(themed);
    for (const [name, value] of values) rule.style.setProperty(tokens[name].themed, value);
    if (refused.length > 0) this.#onRefused(refused);
  }

  /** Undefined until something is drawn, and where the engine has no sheets of this kind: there the page's own look stands. */
  #rule(root: ShadowRoot | null): CSSStyleRule | undefined {
    if (!root || !('adoptedStyleSheets' in root) || !('replaceSync' in CSSStyleSheet.prototype)) return undefined;
    if (!this.#sheet) {
      this.#sheet = new CSSStyleSheet();
      this.#sheet.insertRule(':host {}');
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
    }
    const [rule] = this.#sheet.cssRules;
    return rule as CSSStyleRule | undefined;
  }
}
