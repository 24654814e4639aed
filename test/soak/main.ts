/**
 * `npm run test:soak -- --cycles N`: N times the element is mounted, paid with and removed, in Chromium, against the real endpoint.
 * Ends with one line of figures.
 */
import { parseArgs } from 'node:util';
import { openSite } from './site.js';
import { findLeaks, runSoak, type SoakFigures } from './soak.js';
import { openVisitor } from './visitor.js';

const { values } = parseArgs({ options: { cycles: { type: 'string', default: '200' } } });
const cycles = Number(values.cycles);
if (!Number.isSafeInteger(cycles) || cycles < 1) throw new Error('--cycles takes a whole number from 1');

const megabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(2);

const describeFigures = ({ payments, start, end, stored }: SoakFigures, ms: number): string =>
  `${cycles} cycles, ${payments} payments; heap ${megabytes(start.heapBytes)} → ${megabytes(end.heapBytes)} MB ` +
  `(${megabytes(end.heapBytes - start.heapBytes)} MB more), listeners ${start.listeners} → ${end.listeners}, ` +
  `nodes ${start.nodes} → ${end.nodes}, ${stored} stored items left; ${(ms / cycles).toFixed(0)} ms a cycle`;

const site = await openSite();
const visitor = await openVisitor(site.url);
try {
  const started = performance.now();
  const figures = await runSoak({
    site,
    visitor,
    cycles,
    onCycle: (done) => {
      if (done % 500 === 0) console.log(`${done} cycles so far`);
    },
  });
  for (const leak of findLeaks(figures)) console.error(leak);
  console.log(describeFigures(figures, performance.now() - started));
  process.exitCode = findLeaks(figures).length === 0 ? 0 : 1;
} finally {
  await visitor.close();
  await site.close();
}
