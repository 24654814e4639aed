/** The report as lines for a terminal or a log: coloured or plain. Must not know how anything was found. */
import type { Finding } from '../findings.js';
import { countVerdicts, isPassed, type CheckResult, type Report, type Verdict } from '../report.js';

export interface TextOptions {
  readonly isColoured: boolean;
}

const colours = { kept: '32', broken: '31', unchecked: '2', unfinished: '33', strong: '1', faint: '2' } as const;

type Paint = (colour: keyof typeof colours, text: string) => string;

const painter =
  ({ isColoured }: TextOptions): Paint =>
  (colour, text) =>
    isColoured ? `\u001b[${colours[colour]}m${text}\u001b[0m` : text;

const marks: Readonly<Record<Verdict, string>> = { kept: 'ok', broken: 'FOUND', unchecked: 'left', unfinished: 'STOPPED' };

/** One check as it ends. */
export const writeCheck = ({ verdict, title, reason }: CheckResult, options: TextOptions): string => {
  const paint = painter(options);
  const why = reason === undefined ? '' : paint('faint', ` (${reason})`);
  return `  ${paint(verdict, marks[verdict].padEnd(8))}${title}${why}`;
};

/** What an endpoint sent must not steer a terminal. */
const withoutControls = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- Control characters are what is taken out.
  text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '\ufffd');

const indent = (text: string): string =>
  withoutControls(text)
    .split('\n')
    .map((line) => (line === '' ? '' : `      ${line}`))
    .join('\n');

const writeFinding = (finding: Finding, index: number, paint: Paint): string => {
  const often = finding.times > 1 ? paint('faint', ` (${finding.times} times)`) : '';
  return [
    `${paint('broken', `${index + 1}. ${finding.rule}`)} ${paint('strong', finding.says)}${often}`,
    `   Stands in the OpenAPI document under “${finding.where}”. Found by: ${finding.check}.`,
    ...(finding.sent === '' ? [] : ['   Sent', indent(finding.sent), '   Came back', indent(finding.received)]),
    '   Expected',
    indent(finding.expected),
    '',
  ].join('\n');
};

const writeUnchecked = ({ uncheckedRules, mayWrite, checks }: Report, paint: Paint): string[] => {
  if (uncheckedRules.length === 0) return [];
  const writes = [
    ...new Set(checks.flatMap((check) => (check.reason === 'needs --write' && check.writes !== undefined ? [check.writes] : []))),
  ];
  return [
    paint('strong', `Left unchecked: ${uncheckedRules.length} rules`),
    ...uncheckedRules.map(({ rule, says }) => `  ${rule.padEnd(34)} ${paint('faint', says)}`),
    '',
    ...(mayWrite || writes.length === 0 ? [] : [paint('strong', 'With --write it would send'), ...writes.map((what) => `  ${what}`), '']),
  ];
};

const writeSummary = (report: Report, paint: Paint): string => {
  const { kept, broken, unchecked, unfinished } = countVerdicts(report);
  const money = report.mayWrite
    ? ` ${report.paid} payments were made, ${report.canceled} of them canceled again.`
    : ' Nothing was written.';
  const counts = `${kept} checks kept, ${broken} broken, ${unfinished} stopped, ${unchecked} left; ${report.requests} requests.${money}`;
  const verdict = isPassed(report) ? paint('kept', 'Nothing found.') : paint('broken', `${report.findings.length} findings.`);
  return `${verdict} ${counts}`;
};

/** Findings, what was left, what is out of reach, notes, and one line that sums it up. */
export const writeText = (report: Report, options: TextOptions): string => {
  const paint = painter(options);
  const lines = [
    ...(report.findings.length === 0 ? [] : [paint('strong', 'Findings'), '']),
    ...report.findings.map((finding, index) => writeFinding(finding, index, paint)),
    ...writeUnchecked(report, paint),
    paint('strong', 'Not to be seen from outside: for tests of your own'),
    ...report.beyondReach.map(({ says }) => `  ${paint('faint', says)}`),
    '',
    ...(report.notes.length === 0 ? [] : [paint('strong', 'Notes'), ...report.notes.map((note) => `  ${note}`), '']),
    writeSummary(report, paint),
  ];
  return `${lines.join('\n')}\n`;
};
