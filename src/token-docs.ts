/**
 * What each token is for and what it is without a value: for the README, the theme editor and the tests that hold all three together.
 * Nothing the element loads reads this.
 */
import type { TokenName } from './domain/tokens.js';

export interface TokenDoc {
  readonly role: string;
  /** As written in tokens.styles.ts; the name of another token where it is that one's value. */
  readonly fallback: string;
}

export const tokenDocs: Readonly<Record<TokenName, TokenDoc>> = {
  scheme: { role: 'light, dark, or both as the page decides', fallback: 'inherit' },
  surface: { role: 'ground of the element', fallback: 'transparent' },
  field: { role: 'ground of inputs', fallback: 'transparent' },
  text: { role: 'text, and the ink every neutral is thinned from', fallback: 'inherit' },
  muted: { role: 'secondary text', fallback: 'text at 70 %' },
  line: { role: 'hairlines', fallback: 'text at 17 %' },
  edge: { role: 'borders of controls', fallback: 'text at 56 %' },
  tint: { role: 'ground of a neutral notice', fallback: 'text at 7 %' },
  accent: { role: 'the filled button', fallback: 'light-dark(#0b4f8a, #93c5fd)' },
  'on-accent': { role: 'its words', fallback: 'light-dark(#fff, #071a2d)' },
  link: { role: 'links, outlined buttons, what is chosen; read as text, which a light accent can’t be', fallback: 'accent' },
  focus: { role: 'focus ring', fallback: 'link' },
  danger: { role: 'past due, returned, errors', fallback: 'light-dark(#b3261e, #ffa59c)' },
  warning: { role: 'attention', fallback: 'light-dark(#855300, #f2c14e)' },
  success: { role: 'accepted, verified', fallback: 'light-dark(#17693a, #7ed6a2)' },
  font: { role: 'family of text', fallback: 'inherit' },
  'font-heading': { role: 'family of headings', fallback: 'inherit' },
  size: { role: 'size of text, never under 14px; all sizes follow it', fallback: 'inherit' },
  'size-total': { role: 'the hero figure', fallback: 'clamp(2.25em, 5cqi, 3em)' },
  leading: { role: 'line height', fallback: '1.5' },
  weight: { role: 'weight of headings, sums and buttons', fallback: '600' },
  space: { role: 'the grid’s unit', fallback: '4px' },
  density: { role: 'factor on the height of rows', fallback: '1' },
  padding: { role: 'inside the element', fallback: '0px' },
  control: { role: 'height of what is pressed', fallback: '44px' },
  measure: { role: 'width of forms and text', fallback: '34em' },
  side: { role: 'width of the left column', fallback: '19em' },
  reserve: { role: 'height kept free for the first view, so that the page doesn’t jump', fallback: '100vh' },
  radius: { role: 'corners', fallback: '6px' },
  border: { role: 'width of lines and control borders', fallback: '1px' },
  rule: { role: 'width of the line above a contract', fallback: '2px' },
  'rule-color': { role: 'its colour', fallback: 'text' },
  'focus-width': { role: 'width of the focus ring', fallback: '3px' },
  motion: { role: 'length of transitions; none where motion is reduced', fallback: '120ms' },
};
