/**
 * The public tokens (`--aspire-pay-*`) and their private twins with the defaults. Public ones are only read, never set,
 * so they may stand on the element or on any ancestor; rules use twins, and variants reassign twins.
 */
import { css } from 'lit';

export const tokens = css`
  :host {
    /* Colour. Neutrals are thinned from one ink, never from currentColor: muted inside muted must not fade twice. */
    /* text: text, and the ink of every neutral; inherited */
    --_ink: var(--aspire-pay-text, CanvasText);
    /* field: ground of inputs */
    --_field: var(--aspire-pay-field, transparent);
    /* muted: secondary text */
    --_muted: var(--aspire-pay-muted, color-mix(in srgb, var(--_ink) 70%, transparent));
    /* line: hairlines */
    --_line: var(--aspire-pay-line, color-mix(in srgb, var(--_ink) 17%, transparent));
    /* edge: borders of controls */
    --_edge: var(--aspire-pay-edge, color-mix(in srgb, var(--_ink) 56%, transparent));
    /* tint: ground of a neutral notice */
    --_tint: var(--aspire-pay-tint, color-mix(in srgb, var(--_ink) 7%, transparent));
    /* accent, on-accent: the filled button and its words */
    --_accent: var(--aspire-pay-accent, light-dark(#0b4f8a, #93c5fd));
    --_on-accent: var(--aspire-pay-on-accent, light-dark(#fff, #071a2d));
    /* link: links, outlined buttons, what is chosen; must be readable as text, which a light accent is not */
    --_link: var(--aspire-pay-link, var(--_accent));
    /* focus: the focus ring */
    --_focus: var(--aspire-pay-focus, var(--_link));
    /* danger, warning, success: past due and errors, attention, accepted */
    --_danger: var(--aspire-pay-danger, light-dark(#b3261e, #ffa59c));
    --_warning: var(--aspire-pay-warning, light-dark(#855300, #f2c14e));
    --_success: var(--aspire-pay-success, light-dark(#17693a, #7ed6a2));
    --_tone: currentColor;

    /* weight: strong text; size-total: the hero figure, by default growing with the width */
    --_weight: var(--aspire-pay-weight, 600);
    --_small: max(0.875em, 13px);
    --_total: var(--aspire-pay-size-total, clamp(2.25em, 5cqi, 3em));

    /* space: the grid's unit; density: factor on the height of rows */
    --_1: var(--aspire-pay-space, 4px);
    --_2: calc(var(--_1) * 2);
    --_3: calc(var(--_1) * 3);
    --_4: calc(var(--_1) * 4);
    --_6: calc(var(--_1) * 6);
    --_8: calc(var(--_1) * 8);
    --_12: calc(var(--_1) * 12);
    --_row: calc(var(--_3) * var(--aspire-pay-density, 1));
    /* control: height of what is pressed; measure: width of text and forms; side: the left column */
    --_control: var(--aspire-pay-control, 44px);
    --_measure: var(--aspire-pay-measure, 34em);
    --_side: var(--aspire-pay-side, 19em);

    /* radius, border: corners and lines of controls; rule, rule-color: the line above a contract */
    --_radius: var(--aspire-pay-radius, 6px);
    --_border: var(--aspire-pay-border, 1px);
    --_style: solid;
    --_rule: var(--aspire-pay-rule, 2px);
    --_rule-color: var(--aspire-pay-rule-color, var(--_ink));
    /* motion: length of transitions */
    --_motion: var(--aspire-pay-motion, 120ms);

    display: block;
    container-type: inline-size;
    min-inline-size: min(100%, 18em);
    /* padding: inside the element; surface: its ground */
    padding: var(--aspire-pay-padding, 0);
    background: var(--aspire-pay-surface, transparent);
    color: var(--aspire-pay-text, inherit);
    /* scheme: light or dark, whatever the page is */
    color-scheme: var(--aspire-pay-scheme, inherit);
    accent-color: var(--_link);
    /* font, size, leading: family, size and line height of text; font-heading stands with the headings */
    font-family: var(--aspire-pay-font, inherit);
    font-size: var(--aspire-pay-size, inherit);
    font-variant-numeric: lining-nums;
    line-height: var(--aspire-pay-leading, 1.5);
    text-align: start;
    overflow-wrap: break-word;
  }
  :host([hidden]) {
    display: none;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  @media (prefers-contrast: more) {
    :host {
      --_muted: var(--_ink);
      --_line: var(--_edge);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion: 0s;
    }
  }
`;
