/**
 * The look's tokens: the type each takes, the custom property a page sets, and the one that holds the lender's value below it.
 * What each is for and its default stand in ../token-docs.ts, so that they don't make the element larger. Knows no value.
 */

export type TokenType = 'color' | 'length' | 'number' | 'family' | 'time' | 'scheme';

export interface Token {
  readonly type: TokenType;
  readonly property: string;
  readonly themed: string;
}

export const tokens = {
  scheme: { type: 'scheme', property: '--aspire-pay-scheme', themed: '--_theme-scheme' },
  surface: { type: 'color', property: '--aspire-pay-surface', themed: '--_theme-surface' },
  field: { type: 'color', property: '--aspire-pay-field', themed: '--_theme-field' },
  text: { type: 'color', property: '--aspire-pay-text', themed: '--_theme-text' },
  muted: { type: 'color', property: '--aspire-pay-muted', themed: '--_theme-muted' },
  line: { type: 'color', property: '--aspire-pay-line', themed: '--_theme-line' },
  edge: { type: 'color', property: '--aspire-pay-edge', themed: '--_theme-edge' },
  tint: { type: 'color', property: '--aspire-pay-tint', themed: '--_theme-tint' },
  accent: { type: 'color', property: '--aspire-pay-accent', themed: '--_theme-accent' },
  'on-accent': { type: 'color', property: '--aspire-pay-on-accent', themed: '--_theme-on-accent' },
  link: { type: 'color', property: '--aspire-pay-link', themed: '--_theme-link' },
  focus: { type: 'color', property: '--aspire-pay-focus', themed: '--_theme-focus' },
  danger: { type: 'color', property: '--aspire-pay-danger', themed: '--_theme-danger' },
  warning: { type: 'color', property: '--aspire-pay-warning', themed: '--_theme-warning' },
  success: { type: 'color', property: '--aspire-pay-success', themed: '--_theme-success' },
  font: { type: 'family', property: '--aspire-pay-font', themed: '--_theme-font' },
  'font-heading': { type: 'family', property: '--aspire-pay-font-heading', themed: '--_theme-font-heading' },
  size: { type: 'length', property: '--aspire-pay-size', themed: '--_theme-size' },
  'size-total': { type: 'length', property: '--aspire-pay-size-total', themed: '--_theme-size-total' },
  leading: { type: 'number', property: '--aspire-pay-leading', themed: '--_theme-leading' },
  weight: { type: 'number', property: '--aspire-pay-weight', themed: '--_theme-weight' },
  space: { type: 'length', property: '--aspire-pay-space', themed: '--_theme-space' },
  density: { type: 'number', property: '--aspire-pay-density', themed: '--_theme-density' },
  padding: { type: 'length', property: '--aspire-pay-padding', themed: '--_theme-padding' },
  control: { type: 'length', property: '--aspire-pay-control', themed: '--_theme-control' },
  measure: { type: 'length', property: '--aspire-pay-measure', themed: '--_theme-measure' },
  side: { type: 'length', property: '--aspire-pay-side', themed: '--_theme-side' },
  reserve: { type: 'length', property: '--aspire-pay-reserve', themed: '--_theme-reserve' },
  radius: { type: 'length', property: '--aspire-pay-radius', themed: '--_theme-radius' },
  border: { type: 'length', property: '--aspire-pay-border', themed: '--_theme-border' },
  rule: { type: 'length', property: '--aspire-pay-rule', themed: '--_theme-rule' },
  'rule-color': { type: 'color', property: '--aspire-pay-rule-color', themed: '--_theme-rule-color' },
  'focus-width': { type: 'length', property: '--aspire-pay-focus-width', themed: '--_theme-focus-width' },
  motion: { type: 'time', property: '--aspire-pay-motion', themed: '--_theme-motion' },
} as const satisfies Record<string, Token>;

export type TokenName = keyof typeof tokens;

/** Own names only: a theme is whatever an endpoint sent. */
export const isTokenName = (name: string): name is TokenName => Object.hasOwn(tokens, name);
