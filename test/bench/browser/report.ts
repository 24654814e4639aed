/** What was measured, as tables and as one picture. Knows no measuring. */
import type { Series } from '../stats.js';
import type { Painted } from './paint.js';
import type { Presses } from './interaction.js';
import type { Scale } from './scale.js';
import type { Subject } from './scripts.js';

export interface FirstView {
  readonly slowness: number;
  readonly found: readonly Painted[];
}

const ms = ({ median, spread }: Series): string => `${median.toFixed(1)} ± ${(spread / 2).toFixed(1)}`;
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const floor: Subject = 'Lit + zod/mini';
const medianOf = (found: readonly Painted[], subject: Subject): number =>
  found.find(({ script }) => script.subject === subject)?.painted.median ?? NaN;
const ratio = (found: readonly Painted[], { painted }: Painted, to: Subject): string => (painted.median / medianOf(found, to)).toFixed(2);

const firstViewTable = ({ slowness, found }: FirstView): string => {
  const rows = found.map((one) => [
    one.script.subject,
    `${(one.script.gzip / 1000).toFixed(1)} kB`,
    ms(one.painted),
    ratio(found, one, floor),
    ratio(found, one, 'innerHTML'),
    ms(one.blocked),
    `${one.requests.length}, ${one.isParallel ? 'in parallel' : 'one by one'}`,
    one.layoutShift.toFixed(3),
  ]);
  const head = ['100 invoices', 'gzip', 'painted, ms', `× ${floor}`, '× innerHTML', 'blocking, ms', 'requests', 'layout shift'];
  return `${slowness === 1 ? 'At full speed' : `${slowness}× slower`}, medians of ${found[0]?.painted.rounds ?? 0} interleaved rounds ± half the middle spread:\n\n${table(head, rows)}`;
};

const scaleTable = (scales: readonly Scale[]): string => {
  const steps = [...new Set(scales.flatMap(({ steps: found }) => Object.keys(found)))];
  const rows = steps.map((step) => [step, ...scales.map(({ steps: found }) => (found[step] ? ms(found[step]) : '–'))]);
  const more = [
    ['blocking', ...scales.map(({ blocked }) => ms(blocked))],
    ['rows drawn at most', ...scales.map(({ mostRows }) => mostRows)],
    ['heap before → after, MB', ...scales.map(({ heap }) => `${(heap.before / 1e6).toFixed(2)} → ${(heap.after / 1e6).toFixed(2)}`)],
  ];
  return `Against the reference endpoint on SQLite, ms from the act to its answer on screen, ten invoices a contract:\n\n${table(
    ['contracts', ...scales.map(({ contracts }) => contracts.toLocaleString('en-US'))],
    [...rows, ...more],
  )}`;
};

const pressTable = (presses: readonly Presses[]): string =>
  `From a press to the first frame that shows it, and what typing an amount draws:\n\n${table(
    ['speed', 'presses', 'median, ms', 'worst, ms', 'changes a digit', 'drawings of the list'],
    presses.map(({ slowness, answered, perDigit, listDrawings }) => [
      slowness === 1 ? 'full' : `${slowness}× slower`,
      answered.rounds,
      answered.median.toFixed(1),
      answered.worst.toFixed(1),
      perDigit.toFixed(1),
      listDrawings,
    ]),
  )}`;

export interface Report {
  readonly machine: string;
  readonly firstViews: readonly FirstView[];
  readonly scales: readonly Scale[];
  readonly presses: readonly Presses[];
}

export const writeTables = ({ machine, firstViews, scales, presses }: Report): string =>
  [machine, ...firstViews.map(firstViewTable), scaleTable(scales), pressTable(presses)].join('\n\n') + '\n';

const barHeight = 26;
const scaleWidth = 420;

/** Bars of the first view, lengths as times; one picture for both speeds. */
export const drawChart = ({ machine, firstViews }: Report): string => {
  const bars: string[] = [];
  let y = 44;
  for (const { slowness, found } of firstViews) {
    const longest = Math.max(...found.map(({ painted }) => painted.median));
    bars.push(`<text x="16" y="${y}" class="head">100 invoices painted, ${slowness === 1 ? 'full speed' : `${slowness}× slower`}</text>`);
    y += 12;
    for (const one of found) {
      const width = Math.max(2, (one.painted.median / longest) * scaleWidth);
      bars.push(
        `<text x="16" y="${y + 17}">${one.script.subject}</text>`,
        `<rect x="140" y="${y + 3}" width="${width.toFixed(1)}" height="${barHeight - 6}" class="${one.script.subject === 'aspire-pay' ? 'ours' : 'floor'}"/>`,
        `<text x="${(148 + width).toFixed(1)}" y="${y + 17}">${one.painted.median.toFixed(1)} ms · ${ratio(found, one, floor)} ×</text>`,
      );
      y += barHeight;
    }
    y += 30;
  }
  // What made it, and on what.
  const notes = ['npm run bench', ...machine.replace(/[<&]/g, '').split('; ')].map(
    (note, line) => `<text x="16" y="${y - 14 + line * 14}" class="note">${note}</text>`,
  );
  const style =
    'text{font:13px system-ui,sans-serif;fill:#1c2430}.head{font-weight:600}.note{font-size:10px;fill:#5a6472}.ours{fill:#1f5fae}.floor{fill:#aab4c0}';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="${y + 24}" role="img" aria-label="Time until 100 invoices are painted"><style>${style}</style><rect width="100%" height="100%" fill="#fff"/>${bars.join('')}${notes.join('')}</svg>\n`;
};
