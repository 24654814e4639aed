/**
 * Scripts: what payers do, what befalls their requests, what happens at the lender meanwhile, made by fast-check and written so that
 * a person can read them. Must not know how a step is carried out.
 */
import * as fc from 'fast-check';
import { fateKinds, type Fate, type FateKind } from './fates.js';
import { contracts, people, type ContractId, type Person } from './people.js';

/** One contract, or all that can be paid, in one submission. */
export type Goal = ContractId | 'all';

export type Step =
  /** From whatever is on screen to a review and the press, as a person does it. */
  | { readonly do: 'pay'; readonly tab: number; readonly contract: Goal; readonly fates: readonly Fate[]; readonly how: How }
  /** The same, up to the review. */
  | { readonly do: 'review'; readonly tab: number; readonly contract: ContractId }
  /** Clicks where a review is on screen. */
  | { readonly do: 'press'; readonly tab: number; readonly times: number; readonly fates: readonly Fate[] }
  | { readonly do: 'pass'; readonly ms: number }
  /** Time passes while every device sleeps. */
  | { readonly do: 'sleep'; readonly ms: number }
  | { readonly do: 'look'; readonly tab: number; readonly fates: readonly Fate[] }
  | { readonly do: 'reload'; readonly tab: number }
  /** The browser with all its tabs. */
  | { readonly do: 'crash'; readonly tab: number; readonly isJournalLost: boolean }
  | { readonly do: 'line'; readonly tab: number; readonly isOnline: boolean }
  | { readonly do: 'set clock'; readonly tab: number; readonly skewMs: number }
  | { readonly do: 'lose token'; readonly tab: number }
  /** Somebody else signs in, or nobody; in another tab, where the pages don’t see it at once, or before their eyes. */
  | { readonly do: 'sign'; readonly tab: number; readonly person: Person | undefined; readonly isSeen: boolean }
  | { readonly do: 'touch'; readonly contract: ContractId }
  | { readonly do: 'settle'; readonly contract: ContractId }
  | { readonly do: 'switch payments'; readonly areOn: boolean };

export interface How {
  readonly clicks: number;
  /** *Pay in addition*, where it is asked: another wish. */
  readonly inAddition: boolean;
  readonly hasNewAccount: boolean;
}

export interface Script {
  /** Which browser each tab is in. */
  readonly tabs: readonly number[];
  readonly hasCookies: boolean;
  readonly isStorageBlocked: boolean;
  /** Whether each page shows one contract alone, as with the element's `contract`. */
  readonly showsOne: boolean;
  readonly luck: number;
  /** All of one wish at one moment: no more than one POST may come of it. */
  readonly isRush: boolean;
  readonly steps: readonly Step[];
}

export type ShapeName = 'everything' | 'one page' | 'devices' | 'payers' | 'double click' | 'two tabs at once';

const some = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const tab = fc.nat({ max: 2 });
const contract = fc.oneof({ arbitrary: fc.constant<ContractId>('shared'), weight: 4 }, { arbitrary: some(...contracts), weight: 1 });
const goal = fc.oneof({ arbitrary: contract, weight: 4 }, { arbitrary: fc.constant<Goal>('all'), weight: 1 });

/** Often quick, now and then past every deadline of the protocol, past the void, past everything. */
const up = fc.oneof({ arbitrary: some(20, 300), weight: 3 }, { arbitrary: some(4_000, 13_000, 40_000, 90_000, 600_000), weight: 2 });
const kind = fc.oneof({ arbitrary: fc.constant<FateKind>('fine'), weight: 2 }, { arbitrary: some(...fateKinds), weight: 6 });
const fate = fc.record({ kind, up, down: some(20, 700, 14_000, 60_000, 600_000) });
const fates = fc.array(fate, { maxLength: 5 });
const how = fc.record({
  clicks: some(1, 1, 1, 2, 3),
  inAddition: some(false, false, false, true),
  hasNewAccount: some(false, false, false, false, false, true),
});

const steps = {
  pay: fc.record({ do: fc.constant('pay' as const), tab, contract: goal, fates, how }),
  review: fc.record({ do: fc.constant('review' as const), tab, contract }),
  press: fc.record({ do: fc.constant('press' as const), tab, times: some(1, 1, 2, 3), fates }),
  pass: fc.record({ do: fc.constant('pass' as const), ms: some(200, 1_000, 5_000, 12_000, 35_000, 100_000) }),
  sleep: fc.record({ do: fc.constant('sleep' as const), ms: some(90_000, 660_000, 172_800_000) }),
  look: fc.record({ do: fc.constant('look' as const), tab, fates: fc.array(fate, { maxLength: 2 }) }),
  reload: fc.record({ do: fc.constant('reload' as const), tab }),
  crash: fc.record({ do: fc.constant('crash' as const), tab, isJournalLost: fc.boolean() }),
  cleanCrash: fc.record({ do: fc.constant('crash' as const), tab, isJournalLost: fc.constant(false) }),
  line: fc.record({ do: fc.constant('line' as const), tab, isOnline: fc.boolean() }),
  clock: fc.record({ do: fc.constant('set clock' as const), tab, skewMs: some(0, -86_400_000, 86_400_000, -20_000, 45_000) }),
  token: fc.record({ do: fc.constant('lose token' as const), tab }),
  sign: fc.record({ do: fc.constant('sign' as const), tab, person: some<Person | undefined>(...people, undefined), isSeen: fc.boolean() }),
  touch: fc.record({ do: fc.constant('touch' as const), contract }),
  settle: fc.record({ do: fc.constant('settle' as const), contract }),
  switched: fc.record({ do: fc.constant('switch payments' as const), areOn: fc.boolean() }),
} satisfies Record<string, fc.Arbitrary<Step>>;

const weighted = (weights: Partial<Record<keyof typeof steps, number>>): fc.Arbitrary<Step> =>
  fc.oneof(
    ...Object.entries(weights).map(([name, weight]) => ({ arbitrary: steps[name as keyof typeof steps] as fc.Arbitrary<Step>, weight })),
  );

interface Shape {
  readonly tabs: readonly (readonly number[])[];
  readonly step: fc.Arbitrary<Step>;
  readonly canBlockStorage: boolean;
  readonly cookies: fc.Arbitrary<boolean>;
  readonly maxSteps: number;
}

const usual = { canBlockStorage: false, cookies: fc.boolean(), maxSteps: 9 };
const ordinary = { pay: 8, pass: 5, sleep: 1, look: 1, reload: 2, line: 1, clock: 1, token: 1, touch: 1 };

const shapes: Record<Exclude<ShapeName, 'double click' | 'two tabs at once'>, Shape> = {
  everything: {
    ...usual,
    tabs: [[0], [0, 0], [0, 1], [0, 0, 1]],
    step: weighted({ ...ordinary, review: 2, press: 2, crash: 2, sign: 2, settle: 1, switched: 1 }),
    canBlockStorage: true,
  },
  'one page': { ...usual, tabs: [[0]], step: weighted({ ...ordinary, cleanCrash: 2 }) },
  devices: { ...usual, tabs: [[0, 1]], step: weighted({ ...ordinary, crash: 2 }) },
  payers: { ...usual, tabs: [[0]], step: weighted({ ...ordinary, sign: 5 }) },
};

/** Reviews on screen in tabs of one browser, and so many clicks in each, all at one moment. Nothing else goes wrong. */
const rush = (...clicks: readonly (readonly number[])[]): fc.Arbitrary<Script> =>
  fc.record({ presses: some(...clicks), luck: fc.nat(), hasCookies: fc.boolean() }).map(({ presses, luck, hasCookies }) => ({
    tabs: presses.map(() => 0),
    hasCookies,
    isStorageBlocked: false,
    showsOne: true,
    isRush: true,
    luck,
    steps: [
      ...presses.map((_, place) => ({ do: 'review', tab: place, contract: 'shared' }) as const),
      ...presses.map((times, place) => ({ do: 'press', tab: place, times, fates: [] }) as const),
    ],
  }));

/** Scripts of one shape. */
export const scripts = (name: ShapeName): fc.Arbitrary<Script> => {
  if (name === 'double click') return rush([2], [3]);
  if (name === 'two tabs at once') return rush([1, 1], [2, 1], [1, 1, 1]);
  const { tabs, step, canBlockStorage, cookies, maxSteps } = shapes[name];
  return fc.record({
    tabs: some(...tabs),
    hasCookies: cookies,
    isStorageBlocked: canBlockStorage ? some(false, false, false, true) : fc.constant(false),
    showsOne: some(true, true, false),
    isRush: fc.constant(false),
    luck: fc.nat(),
    steps: fc.array(step, { minLength: 1, maxLength: maxSteps, size: 'max' }),
  });
};
