/** The conformance kit as a library, for a test suite of one's own; as a command it is cli.ts. */
export { CannotStart, checkEndpoint, type RunOptions } from './run.js';
export { countVerdicts, isPassed, type CheckResult, type Report, type UncheckedRule, type Verdict } from './report.js';
export type { Finding } from './findings.js';
export { rules, ruleIds, type Rule, type RuleId } from './rules.js';
export { writeHtml } from './reports/html.js';
export { writeText } from './reports/text.js';
