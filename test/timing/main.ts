/**
 * `npm run test:timing -- --pairs N [--database sqlite|postgres]`: how long an endpoint takes to answer a request for a code that matched
 * something on file, and one that matched nothing, in interleaved pairs. Ends with one line of figures; fails where the medians tell them apart.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { startTimedEndpoint, type TimedEndpoint } from './endpoint.js';
import { compare, type Comparison } from './medians.js';

const mostDifference = 0.05;
const warmUp = 100;
/** Of so many requests the fastest counts: what other processes do to one of them is nothing the endpoint tells. */
const perSide = 4;

interface Asking {
  readonly name: string;
  readonly path: string;
  readonly match: object;
  readonly none: object;
}

const facts = { firstName: 'Rosa', lastName: 'Lind', email: 'rosa@bluebird.example', postalCode: '55401', contractNumber: 'EL-1001' };

const askings: readonly Asking[] = [
  { name: 'enrollments', path: '/enrollments', match: facts, none: { ...facts, email: 'eve@bluebird.example' } },
  {
    name: 'enrollments of somebody registered',
    path: '/enrollments',
    match: { ...facts, email: 'otto@lind.example' },
    none: { ...facts, postalCode: '10001' },
  },
  { name: 'sign-ins', path: '/sign-ins', match: { email: 'otto@lind.example' }, none: { email: 'eve@lind.example' } },
];

const readPlan = (): { pairs: number; database: 'sqlite' | 'postgres' } => {
  const { values } = parseArgs({
    options: { pairs: { type: 'string', default: '1000' }, database: { type: 'string', default: 'sqlite' } },
  });
  const pairs = Number(values.pairs);
  if (!Number.isSafeInteger(pairs) || pairs < 1) throw new Error('--pairs takes a whole number');
  if (values.database !== 'sqlite' && values.database !== 'postgres') throw new Error('--database is sqlite or postgres');
  return { pairs, database: values.database };
};

/** Which goes first is drawn each time: else what one leaves behind would always fall on the other. */
const measurePair = async (endpoint: TimedEndpoint, { path, match, none }: Asking): Promise<{ match: number; none: number }> => {
  const fastest = { match: Infinity, none: Infinity };
  for (let round = 0; round < perSide; round += 1) {
    const order = randomInt(2) === 0 ? (['match', 'none'] as const) : (['none', 'match'] as const);
    for (const which of order) {
      fastest[which] = Math.min(fastest[which], await endpoint.time(path, which === 'match' ? match : none));
    }
  }
  return fastest;
};

const measure = async (endpoint: TimedEndpoint, asking: Asking, pairs: number): Promise<Comparison> => {
  for (let round = 0; round < warmUp; round += 1) await measurePair(endpoint, asking);
  const times: { match: number; none: number }[] = [];
  for (let pair = 0; pair < pairs; pair += 1) times.push(await measurePair(endpoint, asking));
  return compare(
    times.map(({ match }) => match),
    times.map(({ none }) => none),
  );
};

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const { pairs, database } = readPlan();
const endpoint = await startTimedEndpoint(database);
const found: string[] = [];
let isTold = false;
try {
  for (const asking of askings) {
    const { match, none, difference, paired } = await measure(endpoint, asking, pairs);
    found.push(
      `${asking.name} ${match.toFixed(3)} and ${none.toFixed(3)} ms, ${percent(difference)} apart, ${percent(paired)} pair by pair`,
    );
    isTold ||= difference >= mostDifference;
  }
} finally {
  await endpoint.stop();
}
console.log(
  `${pairs} pairs on ${database}, medians of a match and of none: ${found.join('; ')}; at most ${mostDifference * 100} % allowed`,
);
process.exitCode = isTold ? 1 : 0;
