/**
 * Runs many scripts of one shape from one seed, in batches, and says what was found: how many broke an invariant, and the first of them,
 * shrunk, with what replays it. Must not know the command line.
 */
import * as fc from 'fast-check';
import { Lender } from './lender.js';
import { allOn, type Off } from './protections.js';
import { scripts, type Script, type ShapeName } from './script.js';
import { VirtualClock } from './virtual-clock.js';
import { invariants, type Invariant, type Violation } from './witness.js';
import { World, type Stage } from './world.js';

/** Where it is checked, what the lender keeps of its answers is compared with what it would answer. */
export const openStage = async ({ isChecked = false } = {}): Promise<Stage & { readonly close: () => Promise<void> }> => {
  const clock = new VirtualClock();
  const lender = await Lender.open(clock, { isChecked });
  return { clock, lender, close: () => lender.close() };
};

export const runScript = (stage: Stage, script: Script, off: Off, tell?: (line: string) => void): Promise<Violation[]> =>
  new World(stage, script, off, tell).run();

export interface Plan {
  readonly shape: ShapeName;
  readonly off: Off;
  readonly seed: number;
  readonly runs: number;
}

export interface Failure {
  readonly seed: number;
  /** Where in the seed’s scripts, with the way the script was shrunk. */
  readonly path: string;
  readonly script: Script;
  readonly violations: readonly Violation[];
}

export interface Findings {
  readonly scripts: number;
  readonly found: Readonly<Record<Invariant, number>>;
  /** How many scripts broke anything. */
  readonly broken: number;
  /** Which script was the first to, from 1. */
  readonly firstAt: number | undefined;
  readonly posts: number;
}

const nothingFound = (): Record<Invariant, number> => ({ I1: 0, I2: 0, I3: 0, I4: 0, I5: 0, POSTs: 0 });

export const noFindings: Findings = { scripts: 0, found: nothingFound(), broken: 0, firstAt: undefined, posts: 0 };

export const addFindings = (a: Findings, b: Findings): Findings => ({
  scripts: a.scripts + b.scripts,
  found: Object.fromEntries(invariants.map((name) => [name, a.found[name] + b.found[name]])) as Record<Invariant, number>,
  broken: a.broken + b.broken,
  firstAt: a.firstAt ?? (b.firstAt === undefined ? undefined : a.scripts + b.firstAt),
  posts: a.posts + b.posts,
});

class Broken extends Error {}

/** Runs them all, or up to the first that breaks an invariant. */
export const countViolations = async (
  stage: Stage,
  { shape, off, seed, runs }: Plan,
  { stopsWhenFound = false } = {},
): Promise<Findings> => {
  const found = nothingFound();
  let [done, broken, posts] = [0, 0, 0];
  let firstAt: number | undefined;
  const property = fc.asyncProperty(scripts(shape), async (script) => {
    const world = new World(stage, script, off);
    const violations = await world.run();
    posts += world.witness.posts;
    done += 1;
    if (violations.length === 0) return;
    broken += 1;
    firstAt ??= done;
    for (const invariant of new Set(violations.map((violation) => violation.invariant))) found[invariant] += 1;
    if (stopsWhenFound) throw new Broken();
  });
  const { errorInstance } = await fc.check(property, { seed, numRuns: runs, endOnFailure: true });
  // A simulation that breaks down has proven nothing.
  if (errorInstance instanceof Error && !(errorInstance instanceof Broken)) throw errorInstance;
  return { scripts: done, found, broken, firstAt, posts };
};

/** Looks for the first script that breaks an invariant and makes it as small as it gets; undefined where none does. */
export const findFailure = async (stage: Stage, { shape, off, seed, runs }: Plan, path?: string): Promise<Failure | undefined> => {
  const property = fc.asyncProperty(scripts(shape), async (script) => {
    const violations = await runScript(stage, script, off);
    if (violations.length > 0) throw new Broken(violations.map(({ invariant, what }) => `${invariant}: ${what}`).join('\n'));
  });
  const result = await fc.check(property, { seed, numRuns: runs, ...(path === undefined ? {} : { path, endOnFailure: true }) });
  if (!result.failed || result.counterexamplePath === null) return undefined;
  const [script] = result.counterexample;
  return { seed, path: result.counterexamplePath, script, violations: await runScript(stage, script, off) };
};

/** The failing script, step by step, with what was seen while it ran. */
export const readable = async (stage: Stage, { script, violations }: Failure, off: Off = allOn): Promise<string> => {
  const { steps, ...scene } = script;
  const lines: string[] = [];
  await runScript(stage, script, off, (line) => lines.push(line));
  return [
    `Scene: ${JSON.stringify(scene)}`,
    `Script of ${steps.length} steps:`,
    ...steps.map((step, index) => `  ${index + 1}. ${JSON.stringify(step)}`),
    'What happened:',
    ...lines.map((line) => `  ${line}`),
    'Broken:',
    ...violations.map(({ invariant, what }) => `  ${invariant}: ${what}`),
  ].join('\n');
};
