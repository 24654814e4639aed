/**
 * Tables, real ones, which turn into labelled rows by their own width.
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
  :is(thead tr, .below) {
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
  dd small,
  table small {
    display: block;
    max-inline-size: 32em;
  }
  .end {
    text-align: end;
    white-space: nowrap;
  }
  .accounts thead th:first-child {
    inline-size: 26%;
  }
  .accounts .kind {
    overflow-wrap: break-word;
  }
  .below div {
    border-radius: var(--_radius);
  }
  th a {
    display: inline-block;
    padding-block: var(--_row);
    margin-block: calc(-1 * var(--_row));
  }
  td button {
    margin-block: calc(-1 * var(--_row));
  }
  /* A line a contract, its amount to be chosen */
  .edit .entry {
    inline-size: 25em;
  }
  .edit tbody :is(th, td) {
    vertical-align: top;
  }
  .edit tbody th {
    padding-block-start: calc(var(--_row) + (var(--_control) - 1lh) / 2);
  }
  :is(.edit, .below) td button {
    margin: 0;
  }
  .edit tfoot .sum {
    font-size: 1.25em;
  }
  /* Targets keep their height and never overlap: what is above the first and below the last lies in the row's own padding. */
  .end > .row {
    flex-wrap: nowrap;
    justify-content: flex-end;
    gap: 0 var(--_4);
    margin-block: calc(-1 * var(--_row));
  }
  .end > .row button {
    margin: 0;
  }
  /* A row that goes on about the one above. */
  .below td {
    padding-block: 0 var(--_4);
  }
  /* More columns than others: by what it keeps back, its own width turns it into labelled rows sooner. */
  .payments {
    --_label: 8em;
    --_back: 256px;
    padding-inline-end: var(--_back);
  }
  .payments table {
    inline-size: calc(100% + var(--_back));
  }
  .payments .status {
    /* As a grid within a line it keeps, in WebKit, the width of the word before. */
    display: grid;
    white-space: nowrap;
  }
  .guess {
    --_style: dashed;
  }
  .guess tbody {
    color: var(--_muted);
  }
  /* Side by side they would be wider than what is left by the longest words. */
  @container (42em <= inline-size < 56em) {
    .end > .row {
      flex-direction: column;
      align-items: flex-end;
    }
    .payments .status {
      white-space: normal;
    }
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
    thead :is(tr, th) {
      display: block;
    }
    tr {
      display: flex;
      flex-wrap: wrap;
      gap: var(--_1) var(--_3);
      padding-block: var(--_row);
    }
    :is(th, td) {
      padding: 0;
      flex: 0 0 100%;
    }
    :is(th, td):is(.nowrap, .when),
    td .nowrap,
    .payments .status {
      white-space: normal;
    }
    tbody :is(th, td),
    tfoot :is(th, td) {
      font-size: var(--_small);
    }
    tr > th:first-child,
    tr > .sum {
      flex: 1;
      order: -1;
      font-size: 1em;
      font-weight: var(--_weight);
    }
    /* A line of its own where a number and a sum are too long for one; what stands below a number doesn't count. */
    tr > th:first-child {
      min-inline-size: fit-content;
    }
    th small {
      inline-size: 0;
      min-inline-size: 100%;
    }
    tr > .sum {
      flex: none;
      margin-inline-start: auto;
      white-space: nowrap;
    }
    [data-label] {
      display: grid;
      grid-template-columns: var(--_label, 6.5em) minmax(0, 1fr);
      align-items: baseline;
      text-align: start;
      white-space: normal;
    }
    .num[data-label] {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: var(--_3);
      text-align: end;
    }
    td:empty,
    .none {
      display: none;
    }
    .end {
      text-align: start;
    }
    .end > .row {
      flex-wrap: wrap;
      justify-content: flex-start;
      gap: 0 var(--_6);
      margin-block: 0 calc(-1 * var(--_2));
    }
    .below {
      padding-block: 0 var(--_4);
    }
    th a {
      padding-block-end: var(--_2);
      margin-block-end: calc(-1 * var(--_2));
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
`;
