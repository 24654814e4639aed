#!/usr/bin/env node
/** The command `aspire-pay-conformance`: says how it goes, writes the reports, ends with 0, 1 or 2. Must not know what is checked. */
import { writeFile } from 'node:fs/promises';
import { readCommandLine, usage, WrongUsage, type CommandLine } from './options.js';
import { isPassed } from './report.js';
import { writeHtml } from './reports/html.js';
import { writeCheck, writeText } from './reports/text.js';
import { CannotStart, checkEndpoint } from './run.js';

const say = (text: string): void => {
  process.stdout.write(text);
};

/** https://no-color.org: set at all, and not empty. */
const isColoured = process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '';

const tellStart = ({ run }: CommandLine): string =>
  run.mayWrite === true
    ? `Checking ${run.url}: it pays, voids, adds and removes there, in the smallest amounts allowed.\n`
    : `Checking ${run.url}: it only reads.\n`;

const main = async (): Promise<number> => {
  const commandLine = readCommandLine(process.argv.slice(2), process.env);
  if (commandLine === undefined) {
    say(usage);
    return 0;
  }
  const { run, json, html, showsAll } = commandLine;
  say(tellStart(commandLine));
  let area = '';
  const report = await checkEndpoint({
    ...run,
    onCheck: (result) => {
      if (!isColoured && !showsAll && result.verdict === 'kept') return;
      if (result.area !== area) say(`\n${result.area}\n`);
      area = result.area;
      say(`${writeCheck(result, { isColoured })}\n`);
    },
  });
  say(`\n${writeText(report, { isColoured })}`);
  if (json !== undefined) await writeFile(json, `${JSON.stringify(report, null, 2)}\n`);
  if (html !== undefined) await writeFile(html, writeHtml(report));
  return isPassed(report) ? 0 : 1;
};

const tellFailure = (error: unknown): string => {
  if (error instanceof WrongUsage) return `${error.message}\n\n${usage}`;
  if (error instanceof CannotStart) return `${error.message}\n`;
  return `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
};

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(tellFailure(error));
  process.exitCode = 2;
}
