/**
 * The element's look: layout here, the rest by subject. Width of the element decides, never that of the window.
 * A statement, not an app: rules and space divide; nothing is a card.
 */
import { css } from 'lit';
import { facts } from './facts.styles.js';
import { form } from './form.styles.js';
import { skeleton } from './skeleton.styles.js';
import { table } from './table.styles.js';
import { text } from './text.styles.js';
import { host, tokens } from './tokens.styles.js';

const layout = css`
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap, var(--_3));
    align-content: start;
  }
  .s1 {
    --_gap: var(--_1);
  }
  .s6 {
    --_gap: var(--_6);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_2) var(--_6);
    align-items: center;
  }
  .ends {
    justify-content: space-between;
  }
  .cols {
    display: flex;
    flex-wrap: wrap;
    align-content: start;
    gap: var(--_4) var(--_8);
  }
  .cols > * {
    flex: 1 1 15em;
    min-inline-size: 0;
  }
  .cols > .field {
    align-content: end;
  }
  .bar {
    min-block-size: var(--_control);
    margin-block-end: var(--_4);
  }
  .hush {
    visibility: hidden;
  }
  .hush .breathe {
    visibility: visible;
  }
  .bar:has(+ :is(nav, .views)) {
    margin: 0;
  }
  .reserve {
    min-block-size: var(--_reserve);
  }
  /* Its room doesn't follow what comes into it: a logo that arrives late moves nothing. */
  .brand {
    flex: 1 1 0;
    min-inline-size: 0;
  }
  .logo {
    display: block;
    inline-size: 100%;
    block-size: calc(var(--_control) * 0.8);
    object-fit: contain;
    object-position: 0;
  }
  .logo:dir(rtl) {
    object-position: 100%;
  }
  ::slotted([slot='logo']) {
    display: block;
    max-inline-size: 100%;
    max-block-size: calc(var(--_control) * 0.8);
  }
  .summary > :last-child {
    flex: 1 1 14em;
  }
  .sheet {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_6) var(--_12);
    padding-block: var(--_6) var(--_8);
    border-block-start: var(--_rule) var(--_style) var(--_rule-color);
  }
  .thin {
    --_rule: var(--_border);
    --_rule-color: var(--_line);
    row-gap: var(--_3);
  }
  .head {
    margin-block-end: var(--_8);
  }
  .measure {
    max-inline-size: var(--_measure);
  }
  nav {
    display: flex;
    flex-wrap: wrap;
    gap: 0 clamp(var(--_3), 4cqi, var(--_6));
    border-block-end: var(--_border) solid var(--_line);
    margin-block-end: var(--_8);
  }
  /* Room for them, until it is known which there are. */
  .views {
    block-size: calc(var(--_control) + var(--_border));
    margin-block-end: var(--_8);
  }
  nav button,
  nav button:hover {
    --_bg: transparent;
    --_fg: var(--_muted);
    padding-inline: 0;
    border: 0;
    border-block-end: 2px solid var(--_none);
    border-radius: 0;
    font-weight: inherit;
  }
  nav button:hover {
    border-color: var(--_edge);
  }
  nav button[aria-current] {
    --_fg: inherit;
    font-weight: var(--_weight);
    border-color: var(--_link);
  }

  @container (inline-size < 30em) {
    /* A line each, from before it is known who the lender is. */
    .brand {
      flex-basis: 100%;
      min-block-size: 1lh;
    }
    .brand ~ span {
      display: grid;
      flex: 1 1 0;
      align-items: center;
      min-block-size: var(--_control);
      text-wrap: balance;
    }
    .brand ~ button {
      margin-inline-start: auto;
    }
    .acts {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
    }
    .ends > .row {
      flex: 1 1 auto;
      justify-content: space-between;
    }
    .ends > .primary {
      flex: 1 1 auto;
    }
  }
  @container (inline-size >= 64em) {
    .sheet {
      grid-template-columns: var(--_side) minmax(0, 1fr);
      padding-block: var(--_8);
    }
    .sheet > :only-child {
      grid-column: 2;
    }
    /* The sum and the one button stay beside a long list of invoices. */
    .sheet > :first-child:not(:only-child) {
      position: sticky;
      inset-block-start: var(--_6);
      align-self: start;
    }
    .summary {
      flex-wrap: nowrap;
      align-items: last baseline;
      gap: var(--_12);
    }
    .summary > :first-child {
      flex: none;
      min-inline-size: var(--_side);
    }
    .summary > :last-child {
      flex: 0 1 auto;
    }
  }
`;

/** Last, so that it wins where it has to. */
const media = css`
  @media print {
    nav,
    form[role='search'],
    button,
    .sheet:has(> .acts) {
      display: none;
    }
    .sheet,
    tr {
      break-inside: avoid;
    }
  }
`;

export const styles = [tokens, host, text, layout, facts, form, table, skeleton, media];
