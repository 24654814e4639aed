/** Lines of the endpoint's table. Knows no measuring. */
import { ratioOf, write, type Series } from '../stats.js';
import { table } from '../table.js';

export interface Line {
  /** With its unit. */
  readonly what: string;
  readonly ours: string;
  readonly bare?: string;
  readonly ratio?: string;
}

/** Something of which more is better, against the bare route. */
export const beside = (what: string, ours: Series, bare: Series): Line => ({
  what,
  ours: write(ours),
  bare: write(bare),
  ratio: `${write(ratioOf(ours, bare), 2)} of bare`,
});

export const tableOf = (lines: readonly Line[]): string =>
  table(
    ['', 'aspire-pay', 'bare route', 'ratio'],
    lines.map(({ what, ours, bare = '–', ratio = '–' }) => [what, ours, bare, ratio]),
  );
