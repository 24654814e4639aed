/** What is on its way, in the shape it will have; and what turns meanwhile. */
import { css } from 'lit';

export const skeleton = css`
  .bone {
    display: inline-block;
    inline-size: var(--_bone, 9em);
    max-inline-size: 100%;
    block-size: 0.75em;
    border-radius: 2px;
    background: var(--_line);
    animation: breathe 1.6s ease-in-out infinite alternate;
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
  /* What stands below the element doesn't jump when the list arrives. */
  .skeleton {
    min-block-size: 100vh;
  }
  .turn {
    animation: turn 1.6s linear infinite;
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
