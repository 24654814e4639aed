/**
 * `npm run size`, after a build: what a payer's browser has to fetch, compressed, and what it is made of. Fails above the budget beside it.
 * `--files` lists the largest files as well. Must not know what a file does.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { listFirstView, wholeScript } from './shipped.js';
import { measure, measureFiles, type Measured } from './measured.js';
import { attribute, byRoom } from './rooms.js';

const Limits = z.object({ gzip: z.int(), brotli: z.int() });
const Budget = z.object({ script: Limits, firstView: Limits });

const budget = Budget.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'budget.json'), 'utf8')));
const { values } = parseArgs({ options: { files: { type: 'boolean' } } });

const inKilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(2).padStart(8)} kB`;
const line = (name: string, { raw, gzip, brotli }: Measured): string =>
  `  ${name.padEnd(44)}${inKilobytes(raw)}${inKilobytes(gzip)}${inKilobytes(brotli)}`;

const tell = (title: string, files: readonly string[], limits: z.infer<typeof Limits>): boolean => {
  const whole = measureFiles(files);
  const sources = files.flatMap((file) => attribute(file));
  console.log(`\n${title}: ${files.length === 1 ? 'one file' : `${files.length} files`}`);
  console.log(`  ${''.padEnd(44)}        raw       gzip     brotli`);
  console.log(line('whole', whole));
  console.log(line('budget', { raw: 0, ...limits }).replace(inKilobytes(0), ''.padStart(11)));
  for (const [room, text] of byRoom(sources)) console.log(line(room, measure(text)));
  if (values.files === true) {
    console.log('  by file');
    const largest = [...sources].sort((one, other) => other.text.length - one.text.length).slice(0, 40);
    for (const { source, text } of largest) console.log(line(source, measure(text)));
  }
  return whole.gzip <= limits.gzip && whole.brotli <= limits.brotli;
};

console.log('Rooms are compressed alone: together they are smaller than their sum.');
const fits = [
  tell('The script for a plain page, all journeys, English', [wholeScript], budget.script),
  tell('Modules until the contracts are on screen', listFirstView(), budget.firstView),
];
if (fits.includes(false)) {
  console.error('\nAbove the budget in test/size/budget.json.');
  process.exitCode = 1;
}
