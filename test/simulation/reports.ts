/**
 * What the command prints: the closing line, a failure with what replays it, the table of protections. Text only.
 */
import type { Failure, Findings } from './runner.js';
import type { Trial } from './protections.js';
import { invariants } from './witness.js';

const perSecond = (scripts: number, ms: number): string => ((scripts * 1000) / Math.max(ms, 1)).toFixed(0);

const counts = ({ found }: Findings): string =>
  invariants
    .filter((name) => name !== 'POSTs' || found[name] > 0)
    .map((name) => `${name} ${found[name]}`)
    .join(', ');

export const closingLine = (findings: Findings, { seed, ms }: { readonly seed: number; readonly ms: number }): string =>
  `${findings.scripts} scripts, ${findings.posts} payments sent, violations: ${counts(findings)}; ` +
  `${perSecond(findings.scripts, ms)} scripts/s, seed ${seed}`;

export const replayLine = ({ seed, path }: Pick<Failure, 'seed' | 'path'>): string =>
  `npm run test:simulation -- --seed ${seed} --path ${path}`;

export interface TrialResult {
  readonly trial: Trial;
  readonly without: Findings;
  readonly with: Findings;
}

/** Found where it must be found, and nothing where nothing must be. */
export const isProven = ({ without, with: kept }: TrialResult): boolean => without.broken > 0 && kept.broken === 0;

export const table = (results: readonly TrialResult[]): string => {
  const head = [
    'protection',
    'off on both sides',
    'scripts',
    'violations without',
    'first at',
    'violations with',
    'what happens without it',
  ];
  const rows = results.map(({ trial, without, with: kept }) => [
    trial.protection,
    trial.othersOff.join(', ') || 'nothing',
    trial.shape,
    `${without.broken} of ${without.scripts} (${counts(without)})`,
    String(without.firstAt ?? 'not found'),
    `${kept.broken} of ${kept.scripts}`,
    trial.without,
  ]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
};
