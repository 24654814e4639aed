/** Type, status and notices. Headings are styled by class, because their level is the integrator's choice. */
import { css } from 'lit';

export const text = css`
  .t2,
  .t3,
  strong,
  label,
  legend,
  .total,
  .lead {
    font-weight: var(--_weight);
  }
  .num,
  .total,
  dd,
  input {
    font-variant-numeric: lining-nums tabular-nums;
  }
  /* Figures end on the right in either direction: there their decimals line up. */
  :is(.num, dd):dir(rtl) {
    text-align: start;
  }
  .words dd {
    font-variant-numeric: inherit;
  }
  .t2,
  .t3 {
    line-height: 1.25;
    text-wrap: balance;
  }
  /* A number in a heading stays whole where it fits a line. */
  .t2 bdi {
    display: inline-block;
    white-space: normal;
  }
  .t2,
  .t3:not(:has(.over)),
  .name {
    font-family: var(--_font-heading, inherit);
  }
  .t2 {
    font-size: 1.625em;
    letter-spacing: -0.012em;
  }
  .t3,
  p.lead {
    font-size: 1.1875em;
  }
  p,
  li {
    text-wrap: pretty;
  }
  p.lead {
    line-height: 1.3;
  }
  /* What is signed reads as a document of its own: set off by a rule, a paragraph a line. */
  .terms {
    padding-inline-start: var(--_4);
    border-inline-start: var(--_1) solid var(--_line);
  }
  ul {
    padding-inline-start: 1.25em;
  }
  .note ul,
  .plain {
    padding: 0;
    list-style: none;
  }
  .plain small {
    display: block;
  }
  .plain > li {
    padding-block: var(--_row);
    border-block-start: var(--_border) solid var(--_line);
  }
  summary {
    min-block-size: var(--_control);
    padding-block: calc((var(--_control) - 1lh) / 2);
    cursor: pointer;
  }
  details + details {
    border-block-start: var(--_border) var(--_style, dashed) var(--_line);
  }
  small,
  .small {
    font-size: var(--_small);
  }
  small {
    font-weight: 400;
  }
  .muted,
  .over,
  small {
    color: var(--_muted);
  }
  .over {
    display: block;
    font-size: var(--_over, 1em);
    font-weight: 400;
    letter-spacing: 0;
    line-height: 1.5;
  }
  .t3 .over {
    --_over: max(0.74em, 13px);
    color: inherit;
  }
  /* A dozen figures fit on a line of any width. */
  .total {
    font-size: min(var(--_total), 12.6cqi);
    line-height: 1.1;
    letter-spacing: -0.022em;
  }
  .total.sub {
    --_total: 1.875em;
  }
  .total.long {
    --_total: clamp(1.25em, 9.4cqi, 2.375em);
  }
  .total.longest {
    --_total: clamp(1em, 6.6cqi, 2.125em);
  }
  .total.sub.long {
    --_total: clamp(1.125em, 8.4cqi, 1.625em);
  }
  .total.sub.longest {
    --_total: clamp(1em, 6.6cqi, 1.625em);
  }
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  a {
    color: var(--_link);
    border-radius: 2px;
  }
  a,
  .quiet {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  a:hover,
  .quiet:hover {
    text-decoration-thickness: 2px;
  }
  .tap {
    display: inline-block;
    padding-block: calc((var(--_control) - 1lh) / 2);
  }
  .nowrap,
  .when,
  .num,
  .unit {
    white-space: nowrap;
  }
  /* Few letters to a line: a number breaks at its hyphens rather than stick out. */
  @container root (inline-size < 16em) {
    .unit {
      white-space: normal;
    }
  }
  :focus-visible {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 2px;
  }
  [part='heading']:focus,
  [role='group'][tabindex='-1']:focus {
    outline: 0;
  }

  /* Tone: the only place where status colour enters */
  .bad {
    --_tone: var(--_danger);
  }
  .warn {
    --_tone: var(--_warning);
  }
  .good {
    --_tone: var(--_success);
  }
  .bad,
  .warn {
    --_fill: color-mix(in srgb, var(--_tone) 9%, transparent);
  }
  .calm {
    --_tone: var(--_muted);
  }
  .icon {
    inline-size: 1.2em;
    block-size: 1lh;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: top;
  }
  :dir(rtl) > .flip {
    scale: -1 1;
  }
  .status {
    display: inline-grid;
    grid-template-columns: auto 1fr;
    gap: var(--_2);
    color: var(--_tone);
    overflow-wrap: break-word;
  }
  .status > :last-child {
    align-self: baseline;
  }
  .t2.status {
    color: inherit;
  }
  .t2 > .icon,
  .note > .icon {
    color: var(--_tone);
  }
  .note {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--_3);
    padding: var(--_4);
    border: var(--_border) solid var(--_frame);
    border-radius: var(--_radius);
    background: var(--_fill, var(--_tint));
  }
  .note .acts {
    margin-block-start: var(--_2);
  }
  .plain {
    max-inline-size: var(--_measure);
    padding: 0;
    border: 0;
    background: none;
    gap: var(--_2);
  }
`;
