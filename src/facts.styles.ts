/** Lists of words and what they stand for: sums, which end in one line below each other, and what is read as text. */
import { css } from 'lit';

export const facts = css`
  dl {
    display: grid;
    grid-template-columns: var(--_dl, 1fr auto);
    gap: var(--_1) var(--_6);
  }
  dt {
    color: var(--_muted);
  }
  dt small {
    white-space: nowrap;
  }
  dd {
    text-align: var(--_dd, end);
    white-space: nowrap;
    min-inline-size: 0;
  }
  /* In a line, or in two. From right to left the sums share a column instead: their decimals line up on its right. */
  .fact {
    display: contents;
  }
  .fact:dir(ltr) {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--_4);
    grid-column: 1 / -1;
  }
  .fact dd:dir(ltr) {
    flex: 1 0 auto;
  }
  dl .bad {
    color: var(--_tone);
    font-weight: var(--_weight);
  }
  .words {
    --_dl: minmax(7em, 11em) minmax(0, 1fr);
    --_dd: start;
    gap: var(--_2) var(--_6);
  }
  .words dd {
    white-space: normal;
  }

  @container (inline-size < 30em) {
    dl {
      column-gap: var(--_3);
    }
    .words {
      --_dl: minmax(0, 1fr);
      gap: 0;
    }
    .words dd + dt {
      margin-block-start: var(--_3);
    }
  }
`;
