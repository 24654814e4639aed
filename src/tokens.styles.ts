/**
 * The public tokens (`--aspire-pay-*`) and their private twins. Public ones are only read, never set, so they may stand on the
 * element or on any ancestor; below them stands the lender's value (`--_theme-*`, see controllers/theme-sheet.ts), below that what
 * the token shares with another, last a literal. Rules use twins; variants, print and forced colours reassign twins.
 */
import { css } from 'lit';

export const tokens = css`
  :host {
    /* Colour. Neutrals are thinned from one ink, never from currentColor: muted inside muted must not fade twice. */
    --_ink: var(--aspire-pay-text, var(--_theme-text, CanvasText));
    /* Without a value this one is the page's own, as are both fonts, the size and the scheme. */
    --_text: var(--aspire-pay-text, var(--_theme-text));
    --_surface: var(--aspire-pay-surface, var(--_theme-surface, transparent));
    --_field: var(--aspire-pay-field, var(--_theme-field, transparent));
    --_muted: var(--aspire-pay-muted, var(--_theme-muted, color-mix(in srgb, var(--_ink) 70%, transparent)));
    --_line: var(--aspire-pay-line, var(--_theme-line, color-mix(in srgb, var(--_ink) 17%, transparent)));
    --_edge: var(--aspire-pay-edge, var(--_theme-edge, color-mix(in srgb, var(--_ink) 56%, transparent)));
    --_tint: var(--aspire-pay-tint, var(--_theme-tint, color-mix(in srgb, var(--_ink) 7%, transparent)));
    --_accent: var(--aspire-pay-accent, var(--_theme-accent, light-dark(#0b4f8a, #93c5fd)));
    --_on-accent: var(--aspire-pay-on-accent, var(--_theme-on-accent, light-dark(#fff, #071a2d)));
    --_link: var(--aspire-pay-link, var(--_theme-link, var(--_accent)));
    --_focus: var(--aspire-pay-focus, var(--_theme-focus, var(--_link)));
    --_danger: var(--aspire-pay-danger, var(--_theme-danger, light-dark(#b3261e, #ffa59c)));
    --_warning: var(--aspire-pay-warning, var(--_theme-warning, light-dark(#855300, #f2c14e)));
    --_success: var(--aspire-pay-success, var(--_theme-success, light-dark(#17693a, #7ed6a2)));
    --_tone: currentColor;
    /* Borders that only forced colours need. */
    --_none: transparent;
    --_frame: transparent;
    /* What is pressed or chosen, while the pointer is over it. */
    --_hover: color-mix(in srgb, var(--_link) 9%, transparent);
    --_chosen: color-mix(in srgb, var(--_link) 7%, transparent);
    --_accent-hover: color-mix(in srgb, var(--_accent) 84%, light-dark(#000, #fff));

    --_font: var(--aspire-pay-font, var(--_theme-font));
    --_font-heading: var(--aspire-pay-font-heading, var(--_theme-font-heading));
    --_size: var(--aspire-pay-size, var(--_theme-size));
    --_leading: var(--aspire-pay-leading, var(--_theme-leading, 1.5));
    --_weight: var(--aspire-pay-weight, var(--_theme-weight, 600));
    --_total: var(--aspire-pay-size-total, var(--_theme-size-total, clamp(2.25em, 5cqi, 3em)));
    /* Small text and the body never fall below what can be read, whatever the page's own size. */
    --_small: max(0.875em, 13px);

    --_1: var(--aspire-pay-space, var(--_theme-space, 4px));
    --_2: calc(var(--_1) * 2);
    --_3: calc(var(--_1) * 3);
    --_4: calc(var(--_1) * 4);
    --_6: calc(var(--_1) * 6);
    --_8: calc(var(--_1) * 8);
    --_12: calc(var(--_1) * 12);
    --_density: var(--aspire-pay-density, var(--_theme-density, 1));
    --_row: calc(var(--_3) * var(--_density));
    --_padding: var(--aspire-pay-padding, var(--_theme-padding, 0px));
    --_control: var(--aspire-pay-control, var(--_theme-control, 44px));
    --_measure: var(--aspire-pay-measure, var(--_theme-measure, 34em));
    /* Kept free below the first view until the payer goes on, so that nothing on the page jumps when the list arrives. */
    --_reserve: var(--aspire-pay-reserve, var(--_theme-reserve, 100vh));
    --_side: var(--aspire-pay-side, var(--_theme-side, 19em));

    --_radius: var(--aspire-pay-radius, var(--_theme-radius, 6px));
    --_border: var(--aspire-pay-border, var(--_theme-border, 1px));
    --_style: solid;
    --_rule: var(--aspire-pay-rule, var(--_theme-rule, 2px));
    --_rule-color: var(--aspire-pay-rule-color, var(--_theme-rule-color, var(--_ink)));
    --_focus-width: var(--aspire-pay-focus-width, var(--_theme-focus-width, 3px));
    --_motion: 0s;
    --_press: 0px;
    --_scheme: var(--aspire-pay-scheme, var(--_theme-scheme));
  }
  :host([theme='light']) {
    --_scheme: light;
  }
  :host([theme='dark']) {
    --_scheme: dark;
  }
  @media (prefers-reduced-motion: no-preference) {
    :host {
      --_motion: var(--aspire-pay-motion, var(--_theme-motion, 120ms));
      --_press: 1px;
    }
  }
  @media (prefers-contrast: more) {
    :host {
      --_muted: var(--_ink);
      --_line: var(--_edge);
    }
  }
  /* The system's own colours: they are kept where every other one is replaced. */
  @media (forced-colors: active) {
    :host {
      --_ink: CanvasText;
      --_text: CanvasText;
      --_surface: Canvas;
      --_field: Field;
      --_muted: CanvasText;
      --_line: CanvasText;
      --_edge: ButtonBorder;
      --_tint: Canvas;
      --_accent: ButtonText;
      --_accent-hover: Highlight;
      --_on-accent: ButtonFace;
      --_link: LinkText;
      --_focus: Highlight;
      --_danger: CanvasText;
      --_warning: CanvasText;
      --_success: CanvasText;
      --_rule-color: CanvasText;
      --_none: Canvas;
      --_frame: CanvasText;
      --_hover: Canvas;
      --_chosen: Canvas;
    }
  }
  /* Ink on paper, whatever is on screen. */
  @media print {
    :host {
      --_scheme: light;
      --_reserve: 0px;
      --_ink: #000;
      --_text: #000;
      --_surface: #fff;
      --_muted: #333;
      --_line: #999;
      --_edge: #666;
      --_tint: transparent;
      --_frame: #666;
      --_link: #000;
      --_danger: #000;
      --_warning: #000;
      --_success: #000;
      --_rule-color: #000;
    }
  }
`;

/**
 * The element's own box, and the root inside it that carries the look: a page's rule for everything reaches the tag, never further.
 * What would be inherited and is no choice of font or colour starts anew. Letter and word spacing don't: readers widen them.
 */
export const host = css`
  :host {
    display: block;
    min-inline-size: min(100%, 18em);
  }
  :host([hidden]) {
    display: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
  }
  .root {
    container: root / inline-size;
    padding: var(--_padding);
    background: var(--_surface);
    color: var(--_text, inherit);
    color-scheme: var(--_scheme, inherit);
    accent-color: var(--_link);
    font-family: var(--_font, inherit);
    /* Below this no page's size is followed. */
    font-size: max(var(--_size, 1em), 14px);
    font-style: normal;
    font-variant: normal;
    font-variant-numeric: lining-nums;
    line-height: var(--_leading);
    text-align: start;
    text-indent: 0;
    text-transform: none;
    text-shadow: none;
    white-space: normal;
    word-break: normal;
    overflow-wrap: break-word;
    hyphens: manual;
    cursor: auto;
  }
`;
