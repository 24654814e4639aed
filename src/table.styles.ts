/**
 * Tables, real ones, which turn into labelled rows by their own width; and the skeleton of what is on its way.
 */
import { css } from 'lit';

export const table = css`
  .table {
    container-type: inline-size;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--_small);
  }
  caption {
    text-align: start;
    padding-block-end: var(--_2);
  }
  th,
  td {
    padding-block: var(--_row);
    padding-inline: 0 var(--_4);
    text-align: start;
    vertical-align: baseline;
    font-weight: inherit;
    overflow-wrap: anywhere;
  }
  :is(th, td):last-child {
    padding-inline-end: 0;
  }
  thead th {
    padding-block: var(--_1) var(--_2);
    color: var(--_muted);
    vertical-align: bottom;
  }
  tr {
    border-block-start: var(--_border) var(--_style) var(--_line);
  }
  thead tr {
    border: 0;
  }
  tfoot {
    font-weight: var(--_weight);
  }
  .num {
    text-align: end;
  }
  thead .nowrap {
    inline-size: 20%;
  }
  thead :is(.num, .when) {
    inline-size: 14%;
  }
  /* One charge under another: told apart from one that wraps. */
  td > div > div + div {
    margin-block-start: var(--_1);
  }
  dd small {
    display: block;
    max-inline-size: 32em;
  }
  th a {
    display: inline-block;
    padding-block: var(--_row);
    margin-block: calc(-1 * var(--_row));
  }
  td button {
    margin-block: calc(-1 * var(--_row));
  }
  .end {
    text-align: end;
  }
  th small {
    display: block;
    max-inline-size: 32em;
  }
  /* A line a contract, its amount to be chosen */
  .edit .entry {
    inline-size: 19em;
  }
  .edit tbody :is(th, td) {
    vertical-align: top;
  }
  .edit tbody th {
    padding-block-start: calc(var(--_row) + (var(--_control) - 1lh) / 2);
  }
  .edit td button {
    margin: 0;
  }
  .edit tfoot .sum {
    font-size: 1.25em;
  }
  .guess {
    --_style: dashed;
  }
  .guess tbody {
    color: var(--_muted);
  }

  @container (inline-size < 42em) {
    table,
    tbody,
    tfoot,
    caption {
      display: block;
      font-size: 1em;
    }
    thead {
      position: absolute;
      clip-path: inset(50%);
      block-size: 1px;
      overflow: hidden;
    }
    tr,
    thead tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: var(--_1) var(--_3);
      padding-block: var(--_row);
    }
    :is(th, td) {
      padding: 0;
      grid-column: 1 / -1;
    }
    :is(th, td):is(.nowrap, .when) {
      white-space: normal;
    }
    tbody :is(th, td),
    tfoot :is(th, td) {
      font-size: var(--_small);
    }
    tr > th:first-child,
    tr > .sum {
      grid-area: 1 / 1;
      font-size: 1em;
      font-weight: var(--_weight);
    }
    tr > .sum {
      grid-column: 2;
      white-space: nowrap;
    }
    [data-label] {
      display: grid;
      grid-template-columns: 6.5em minmax(0, 1fr);
      align-items: baseline;
      text-align: start;
      white-space: normal;
    }
    .num[data-label] {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: var(--_3);
      text-align: end;
    }
    td:empty {
      display: none;
    }
    th a {
      padding-block-end: var(--_2);
      margin-block-end: calc(-1 * var(--_2));
    }
    .end {
      text-align: start;
    }
    .none {
      display: none;
    }
    td button {
      margin: 0;
    }
    .edit :is(.entry, .money) {
      inline-size: auto;
      max-inline-size: none;
    }
    .edit tbody th {
      padding: 0;
    }
    [data-label]::before {
      content: attr(data-label);
      /* Said once: the cell's column head is read already. */
      content: attr(data-label) / '';
      color: var(--_muted);
      text-align: start;
    }
  }

  .bone {
    display: inline-block;
    inline-size: var(--_bone, 9em);
    max-inline-size: 100%;
    block-size: 0.75em;
    vertical-align: middle;
    border-radius: 2px;
    background: var(--_line);
  }
  .w1 {
    --_bone: 4.5em;
  }
  .w3 {
    --_bone: 15em;
  }
  .w4 {
    --_bone: 5.5em;
  }
  .box {
    --_bone: 100%;
    block-size: var(--_control);
    border-radius: var(--_radius);
  }
  .bones {
    padding-block: var(--_row);
    border-block-start: var(--_border) solid var(--_line);
  }
  @media (prefers-reduced-motion: no-preference) {
    .bone {
      animation: breathe 1.6s ease-in-out infinite alternate;
    }
    .turn {
      animation: turn 1.6s linear infinite;
    }
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
`;
