/** What is on its way or not yet in sight, in the shape it will have; and what turns meanwhile. */
import { css } from 'lit';

export const skeleton = css`
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
  /* Invoices below the fold are laid out when they come into sight; until then they are about as high as a page of them. */
  .rows {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 30em;
    /* Room for the focus ring, which is cut off beyond it; above and below in every engine. */
    overflow-clip-margin: 6px;
    margin-block: -6px;
    padding-block: 6px;
  }
  @container (inline-size < 42em) {
    .rows {
      contain-intrinsic-block-size: auto 60em;
    }
  }
  @media print {
    .rows {
      content-visibility: visible;
    }
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
