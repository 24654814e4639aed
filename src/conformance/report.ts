/** What a run came to, as plain data: what the reports are written from. Must not know how it was found. */
import type { Finding } from './findings.js';
import type { Rule, RuleId } from './rules.js';

/** `unchecked`: no occasion in this sandbox or with these options. `unfinished`: the endpoint answered something that couldn't be gone on with. */
export type Verdict = 'kept' | 'broken' | 'unchecked' | 'unfinished';

export interface CheckResult {
  readonly area: string;
  readonly title: string;
  readonly rules: readonly RuleId[];
  readonly verdict: Verdict;
  /** Why it was left unchecked or unfinished. */
  readonly reason?: string;
  /** What it sends that is more than a question. */
  readonly writes?: string;
}

export interface UncheckedRule {
  readonly rule: RuleId;
  readonly says: string;
}

export interface Report {
  /** Of the package the kit is from. */
  readonly version: string;
  /** Base address of the endpoint. */
  readonly endpoint: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly mayWrite: boolean;
  readonly requests: number;
  /** Payments accepted, and how many of them were canceled again. */
  readonly paid: number;
  readonly canceled: number;
  readonly checks: readonly CheckResult[];
  readonly findings: readonly Finding[];
  /** Rules that no check came to a verdict about. */
  readonly uncheckedRules: readonly UncheckedRule[];
  /** What no request from outside shows, and is for the endpoint’s own tests. */
  readonly beyondReach: readonly Rule[];
  /** Not judged: what was measured, and which payments could not be canceled again. */
  readonly notes: readonly string[];
}

export const countVerdicts = ({ checks }: Report): Readonly<Record<Verdict, number>> => {
  const counts = { kept: 0, broken: 0, unchecked: 0, unfinished: 0 };
  for (const { verdict } of checks) counts[verdict] += 1;
  return counts;
};

/** Nothing found, and nothing the endpoint kept from being looked at. */
export const isPassed = (report: Report): boolean =>
  report.findings.length === 0 && report.checks.every(({ verdict }) => verdict !== 'unfinished');
