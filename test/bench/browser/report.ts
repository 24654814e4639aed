/** What was measured of the element, as tables. Knows no measuring. */
import { howWritten, ratioOf, summarize, write, type Series } from '../stats.js';
import { table } from '../table.js';
import type { Painted } from './paint.js';
import type { Parsing } from './parsing.js';
import type { Presses } from './interaction.js';
import type { Scale } from './scale.js';
import type { Subject } from './scripts.js';

export interface FirstView {
  readonly slowness: number;
  readonly latencyMs: number;
  readonly found: readonly Painted[];
}

export interface Report {
  readonly machine: string;
  readonly rounds: number;
  /** Of the files a browser fetches, in bytes as `npm run size` measures them. */
  readonly gzip: { readonly script: number; readonly firstView: number };
  readonly firstViews: readonly FirstView[];
  readonly parsings: readonly Parsing[];
  readonly scales: readonly Scale[];
  readonly presses: readonly Presses[];
}

export const speedOf = (slowness: number): string => (slowness === 1 ? 'full speed' : `${slowness}× slower`);
export const circumstancesOf = ({ slowness, latencyMs }: FirstView): string =>
  latencyMs === 0 ? speedOf(slowness) : `${speedOf(slowness)}, answers ${latencyMs} ms on their way`;
export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

export const floor: Subject = 'Lit + zod/mini';

/** How many times the other's time it takes. */
export const timesOf = (found: readonly Painted[], { painted }: Painted, to: Subject): Series => {
  const other = found.find(({ script }) => script.subject === to);
  return other ? ratioOf(painted, other.painted) : summarize([]);
};

/** The browser tells of tasks from 50 ms on. */
const longTask = (ms: number): string => (ms === 0 ? '< 50' : ms.toFixed(0));
const longTasks = ({ median, values }: Series): string => `${longTask(median)}, at most ${longTask(Math.max(...values))}`;

const firstViewTable = (firstView: FirstView): string => {
  const { found } = firstView;
  const rows = found.map((one) => [
    one.script.subject,
    kilobytes(one.script.gzip),
    write(one.painted),
    write(timesOf(found, one, floor), 2),
    write(timesOf(found, one, 'innerHTML'), 2),
    write(one.blocked),
    longTasks(one.longest),
    one.layoutShift.toFixed(3),
  ]);
  const ratios = [floor, 'innerHTML'].map((to) => `painted, × ${to}`);
  const head = ['100 invoices', 'gzip', 'painted, ms', ...ratios, 'blocking, ms', 'longest task, ms', 'layout shift, at most'];
  return `First view at ${circumstancesOf(firstView)}, from the script's first line; blocking is what of tasks goes past 50 ms each:\n\n${table(head, rows)}`;
};

/** The page asks for itself and its script; what else it asks for is the element's. */
const requestTable = ([first]: readonly FirstView[]): string => {
  const rows = (first?.found ?? []).map(({ script, asked, together }) => [
    script.subject,
    `${asked.endpoint.length}, ${together} at once: ${asked.endpoint.join(', ')}`,
    [...asked.elsewhere].map(([origin, count]) => `${origin}: ${count}`).join(', ') || '0',
  ]);
  return `Requests until two seconds after the first view, by origin, pictures, beacons and sockets counted:\n\n${table(['', 'to the endpoint', 'to any other origin'], rows)}`;
};

const parsingTable = (parsings: readonly Parsing[], firstViews: readonly FirstView[]): string => {
  const rows = parsings.flatMap(({ slowness, first, again }) => {
    const found = firstViews.find((one) => one.slowness === slowness && one.latencyMs === 0)?.found ?? [];
    const ours = found.find(({ script }) => script.subject === 'aspire-pay')?.painted.median ?? NaN;
    return [['the first time', first] as const, ['over and over', again] as const].map(([when, { read, check }]) => [
      `${speedOf(slowness)}, ${when}`,
      write(read, 2),
      write(check, 2),
      write(ratioOf(check, read), 1),
      `${((check.median / ours) * 100).toFixed(1)} %`,
    ]);
  });
  const [{ contracts, invoices, bytes } = { contracts: 0, invoices: 0, bytes: 0 }] = parsings;
  const head = ['', 'JSON.parse, ms', 'schema, ms', 'schema, × JSON.parse', 'schema, of the first view above'];
  return `A page of ${contracts} contracts and ${invoices} invoices, ${kilobytes(bytes)} of JSON, read and held against its schema:\n\n${table(head, rows)}`;
};

const scaleTable = (scales: readonly Scale[]): string => {
  const steps = [...new Set(scales.flatMap(({ steps: found }) => Object.keys(found)))];
  const ratios = scales
    .slice(0, 2)
    .map((to) => [
      `first view, × that of ${to.contracts} contracts`,
      ...scales.map((one) => write(ratioOf(one.firstView, to.firstView), 2)),
    ]);
  const rows = [
    ['first view, ms', ...scales.map(({ firstView }) => write(firstView))],
    ...ratios,
    ['blocking in it, ms', ...scales.map(({ busy }) => write(busy.firstView.blocked))],
    ['longest task in it, ms', ...scales.map(({ busy }) => longTasks(busy.firstView.longest))],
    ...steps.map((step) => [`${step}, ms`, ...scales.map(({ steps: found }) => (found[step] ? write(found[step]) : '–'))]),
    ['blocking in all these, ms', ...scales.map(({ busy }) => write(busy.steps.blocked))],
    ['longest task in them, ms', ...scales.map(({ busy }) => longTasks(busy.steps.longest))],
    ['rows drawn at most', ...scales.map(({ mostRows }) => mostRows)],
    ['heap before → after, MB', ...scales.map(({ heap }) => `${(heap.before / 1e6).toFixed(2)} → ${(heap.after / 1e6).toFixed(2)}`)],
  ];
  const head = ['contracts', ...scales.map(({ contracts }) => contracts.toLocaleString('en-US'))];
  return `Against the reference endpoint on SQLite at full speed, from the act to its answer on screen, ten invoices a contract, first views of all sizes interleaved:\n\n${table(head, rows)}`;
};

const pressTable = (presses: readonly Presses[]): string => {
  const rows = presses.flatMap(({ slowness, pressed }) =>
    pressed.map(({ name, answered, frames }) => [
      `${name}, ${speedOf(slowness)}`,
      write(answered),
      Math.max(...answered.values).toFixed(1),
      `${answered.values.filter((ms) => ms <= 100).length} of ${answered.values.length}`,
      `${frames.filter((frame) => frame === 1).length} of ${frames.length}`,
    ]),
  );
  const head = ['press', 'answered, ms', 'at most, ms', 'within 100 ms', 'by the first frame'];
  return `From letting go to the painted frame that shows it:\n\n${table(head, rows)}`;
};

const typingTable = (presses: readonly Presses[]): string => {
  const rows = presses.map(({ slowness, typing: { digits, listCalls, changes, otherRows, rowCalls } }) => [
    speedOf(slowness),
    digits,
    `${listCalls.typing} (${listCalls.otherwise} by Refresh)`,
    changes,
    `${otherRows.typing} (${otherRows.otherwise} when one was chosen)`,
    rowCalls,
  ]);
  const head = [
    '',
    'digits',
    'paying one: calls that draw the list',
    'changes of the page',
    'paying all: changes in other contracts’ rows',
    'calls that draw rows',
  ];
  return `What typing an amount makes anew, counted; in brackets the same count where it can't be 0:\n\n${table(head, rows)}`;
};

export const writeTables = ({ machine, rounds, gzip, firstViews, parsings, scales, presses }: Report): string =>
  [
    machine,
    `Times: ${howWritten}; ${rounds} rounds, interleaved. Ratios are taken round by round.`,
    `As shipped, gzip: the script for a plain page ${kilobytes(gzip.script)}; as modules, until the contracts are on screen, ${kilobytes(gzip.firstView)}.`,
    ...firstViews.map(firstViewTable),
    requestTable(firstViews),
    parsingTable(parsings, firstViews),
    scaleTable(scales),
    pressTable(presses),
    typingTable(presses),
  ].join('\n\n') + '\n';
