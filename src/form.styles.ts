/** Buttons, fields, and one choice of several. */
import { css } from 'lit';

export const form = css`
  button {
    --_bg: transparent;
    --_fg: var(--_link);
    --_bd: var(--_edge);
    min-block-size: var(--_control);
    padding: var(--_2) clamp(var(--_3), 4cqi, var(--_6));
    border: var(--_border) solid var(--_bd);
    border-radius: var(--_radius);
    background: var(--_bg);
    color: var(--_fg);
    font-weight: var(--_weight);
    line-height: 1.3;
    cursor: pointer;
    transition:
      background-color var(--_motion),
      border-color var(--_motion);
  }
  button:hover {
    --_bg: var(--_hover);
    --_bd: currentColor;
  }
  .primary {
    /* Its colours are the system's own there; adjusted, its words would get a plate of their colour behind them. */
    forced-color-adjust: none;
    --_bg: var(--_accent);
    --_fg: var(--_on-accent);
    --_bd: var(--_none);
  }
  .primary:hover {
    --_bg: var(--_accent-hover);
    --_bd: var(--_none);
  }
  button:active:not([aria-disabled='true']) {
    translate: 0 var(--_press);
  }
  .quiet,
  .quiet:hover {
    --_bg: transparent;
    --_bd: var(--_none);
    padding-inline: 0;
    font-weight: inherit;
  }
  [aria-disabled='true'] {
    cursor: default;
  }
  [aria-disabled='true']:not(.primary) {
    --_fg: var(--_muted);
    --_bg: transparent;
    --_bd: var(--_line);
    text-decoration: none;
  }
  .quiet[aria-disabled='true'] {
    --_bd: var(--_none);
  }
  button .icon {
    margin-inline-end: var(--_1);
  }
  .fill {
    inline-size: 100%;
  }

  label,
  legend {
    display: block;
  }
  fieldset {
    border: 0;
    min-inline-size: 0;
  }
  .field {
    display: grid;
    gap: var(--_1);
    align-content: start;
  }
  input,
  select {
    inline-size: 100%;
    min-block-size: var(--_control);
    padding-inline: var(--_3);
    border: var(--_border) solid var(--_edge);
    border-radius: var(--_radius);
    background-color: var(--_field);
    /* Phones zoom into anything smaller. */
    font-size: max(1em, 16px);
    text-overflow: ellipsis;
  }
  .short {
    max-inline-size: 14em;
  }
  .code {
    max-inline-size: 8em;
    font-size: 1.5em;
    letter-spacing: 0.3em;
  }
  /* Digits read from the left everywhere, and begin where the line does. */
  :dir(rtl) > input[dir='ltr'] {
    text-align: end;
  }
  [aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  .money {
    display: grid;
    align-items: center;
  }
  .money > * {
    grid-area: 1 / 1;
  }
  .money > span {
    z-index: 1;
    justify-self: start;
    pointer-events: none;
    padding-inline: var(--_3);
    color: var(--_muted);
  }
  .money input {
    padding-inline-start: var(--_sign, 1.75em);
  }
  .wide {
    --_sign: 3.5em;
  }
  .after > span {
    justify-self: end;
  }
  .after input {
    padding-inline: var(--_3) var(--_sign, 1.75em);
  }
  [type='radio'],
  [type='checkbox'] {
    inline-size: 1.25em;
    block-size: 1.25em;
    min-block-size: 0;
    margin-block: calc((1lh - 1.25em) / 2);
    flex: none;
  }
  .choice {
    display: flex;
    gap: var(--_3);
    align-items: start;
    padding-block: calc((var(--_control) - 1lh) / 2);
    cursor: pointer;
  }
  .choice:not(.lead) {
    font-weight: inherit;
  }
  .foot {
    align-self: end;
  }

  /* Radio rows in one frame */
  .pick {
    border: var(--_border) solid var(--_edge);
    border-radius: var(--_radius);
  }
  .pick > :first-child {
    border-start-start-radius: inherit;
    border-start-end-radius: inherit;
  }
  .pick > :last-child {
    border-end-start-radius: inherit;
    border-end-end-radius: inherit;
  }
  .pick > * + * {
    border-block-start: var(--_border) solid var(--_line);
  }
  .pick > * > .choice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    row-gap: 0;
    padding: var(--_row) var(--_4);
  }
  .pick > * > .choice > small {
    grid-column: 2 / -1;
  }
  /* A word and its sum side by side on the narrowest phone, in any language. */
  @container (inline-size < 30em) {
    .pick > * > .choice {
      column-gap: var(--_2);
      padding-inline: var(--_2);
    }
  }
  .pick > :has(> label > :checked) {
    outline: 2px solid var(--_link);
    outline-offset: -1px;
    background: var(--_chosen);
  }
  .edit + .stack {
    margin-block-start: var(--_4);
  }
  .more {
    --_gap: var(--_4);
    padding-block-end: var(--_4);
    padding-inline: clamp(var(--_4), 6cqi, calc(var(--_4) + var(--_3) + 1.25em)) var(--_4);
  }
`;
