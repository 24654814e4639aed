/** Asking for a code for somebody on file and for nobody: alike in form and in time. Must not know how a code is tried. */
import { CodeSent } from '../../api/index.js';
import { readProblem, type Exchange } from '../exchange.js';
import { readForm } from '../payer.js';
import type { RuleId } from '../rules.js';
import type { Check, Trial } from '../trial.js';
import { nobodyAt, registering, requireOffered, signingIn, type ByCode } from './codes.js';

interface Asking {
  readonly flow: ByCode;
  readonly rule: RuleId;
  /** What is asked for somebody on file. Ends the check where the options don't say it. */
  readonly factsOf: (trial: Trial) => Readonly<Record<string, string>>;
}

const askings: readonly Asking[] = [
  {
    flow: registering,
    rule: 'code.alike-registering',
    factsOf: (trial) => {
      const { email = '', postalCode = '', contractNumber = '' } = trial.options;
      const isTold = ![email, postalCode, contractNumber].includes('');
      trial.requireOccasion(isTold, 'needs --email, --postal-code and --contract-number, of one contract on file');
      return { firstName: 'Kit', lastName: 'Conformance', email, postalCode, contractNumber };
    },
  },
  {
    flow: signingIn,
    rule: 'code.alike',
    factsOf: (trial) => {
      const { email = '' } = trial.options;
      trial.requireOccasion(email !== '', 'needs --email, an address on file');
      return { email };
    },
  },
];

interface Pair {
  readonly known: Exchange;
  readonly unknown: Exchange;
}

/** Below the limit of ten an hour. */
const fewPairs = 5;
/** What is left to be asked where those few look as if they told something: sandboxes lift their limits. */
const morePairs = 15;
/** A network's own differences are smaller. */
const mostMilliseconds = 25;
const mostRatio = 1.5;
/** A machine at work slows now the one, now the other; who is on file, always the same. */
const steadyShare = 0.75;

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const mediansOf = (pairs: readonly Pair[]): readonly [known: number, unknown: number] => [
  median(pairs.map(({ known }) => known.answer.milliseconds)),
  median(pairs.map(({ unknown }) => unknown.answer.milliseconds)),
];

const isApart = (pairs: readonly Pair[]): boolean => {
  const [known, unknown] = mediansOf(pairs);
  return Math.abs(known - unknown) > mostMilliseconds && Math.max(known, unknown) > mostRatio * Math.min(known, unknown);
};

const isSteady = (pairs: readonly Pair[]): boolean => {
  const slower = pairs.filter(({ known, unknown }) => known.answer.milliseconds > unknown.answer.milliseconds).length;
  return Math.max(slower, pairs.length - slower) >= steadyShare * pairs.length;
};

const tellForm = ({ answer, json }: Exchange): string =>
  JSON.stringify([answer.status, Object.keys(json ?? {}).sort(), Object.keys(answer.headers).sort()]);

/** Who goes first takes turns: what one leaves behind would always fall on the other. */
const askPairs = async (trial: Trial, { flow, rule, factsOf }: Asking, count: number): Promise<Pair[]> => {
  const facts = factsOf(trial);
  const ask = (email = ''): Promise<Exchange> => trial.nobody.call(flow.start, { json: { ...facts, email } });
  const pairs: Pair[] = [];
  for (let round = 0; round < count; round += 1) {
    const nobody = nobodyAt(trial);
    const [first, second] = round % 2 === 0 ? [facts['email'], nobody] : [nobody, facts['email']];
    const [earlier, later] = [await ask(first), await ask(second)];
    const pair = first === nobody ? { known: later, unknown: earlier } : { known: earlier, unknown: later };
    const isSame = tellForm(pair.known) === tellForm(pair.unknown);
    trial.expect(rule, isSame, [pair.known, pair.unknown], 'the same status, headers and form for both');
    pairs.push(pair);
  }
  return pairs;
};

const judgeWrongCode = async (trial: Trial, { flow, rule }: Asking, { known, unknown }: Pair): Promise<void> => {
  const tried: Exchange[] = [];
  for (const asked of [known, unknown]) {
    tried.push(await trial.nobody.call(flow.verify, { at: { [flow.id]: readForm(asked, CodeSent).id }, json: { code: '000000' } }));
  }
  const [first, second] = tried.map((one) => JSON.stringify([one.answer.status, readProblem(one)]));
  trial.expect(rule, first === second, tried, 'the same refusal of a wrong code for both');
};

const judgeAlike = async (trial: Trial, asking: Asking): Promise<void> => {
  await requireOffered(trial);
  const pairs = await askPairs(trial, asking, fewPairs);
  const last = pairs.at(-1);
  if (last) await judgeWrongCode(trial, asking, last);
  if (isApart(pairs)) pairs.push(...(await askPairs(trial, asking, morePairs)));
  const [known, unknown] = mediansOf(pairs).map((time) => `${time.toFixed(0)} ms`);
  trial.note(`${asking.flow.what} took ${known} for somebody on file, ${unknown} for another (medians of ${pairs.length}).`);
  const evidence = pairs.slice(-1).flatMap((pair) => [pair.known, pair.unknown]);
  const isTelling = isApart(pairs) && isSteady(pairs);
  trial.expect(asking.rule, !isTelling, evidence, `times that tell nothing, not ${known} on file and ${unknown} else`);
};

export const alikeChecks: readonly Check[] = askings.map((asking) => ({
  title: `${asking.flow.what} by code, on file and not`,
  rules: [asking.rule],
  writes: `${fewPairs} codes, or ${fewPairs + morePairs} where times differ, to the address named by --email`,
  run: (trial) => judgeAlike(trial, asking),
}));
