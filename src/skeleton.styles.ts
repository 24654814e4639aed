/** What is on its way, in the shape it will have; what is laid out a little later; and what turns meanwhile. */
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
  .later {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 24em;
  }
  @media (prefers-reduced-motion: no-preference) {
    /* As one: each bone by itself would be a layer of its own, in the way of the list that comes. */
    .breathe {
      animation: breathe 1.6s ease-in-out infinite alternate;
    }
    /* What may be waited for all day stands still within five seconds, since it can't be switched off. A press is answered or given up. */
    .turn {
      animation: turn 1.6s linear 3;
    }
    button .turn {
      animation-iteration-count: infinite;
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
