/**
 * `npm run test:fuzz -- --runs N [--seed S]`: N texts to every parser and N requests to the endpoint. Ends with one line of figures.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { isPolluted, parsers } from './parsers.js';
import { anyRequest, startFuzzedEndpoint } from './requests.js';
import { measure, mostMs } from './stopwatch.js';
import { anyText, nastyTexts } from './texts.js';

/** Of a long text, what the engine's own JSON.parse takes is not the parser's. */
const long = 10_000;
/** Taken off with that, since two measurements of it differ: half as much again. */
const allowance = 1.5;

const parseJsonAlone = (text: string): void => {
  try {
    JSON.parse(text);
  } catch {
    // What it costs is asked here, not what it says.
  }
};

class Tally {
  runs = 0;
  throws = 0;
  slowest = { ms: 0, what: 'nothing' };

  async run(name: string, input: string, work: () => unknown): Promise<void> {
    this.runs += 1;
    try {
      const ms = (await measure(work)) - (input.length > long ? allowance * (await measure(() => parseJsonAlone(input))) : 0);
      if (ms > this.slowest.ms) this.slowest = { ms, what: `${name}: ${JSON.stringify(input.slice(0, 60))}` };
    } catch (error) {
      this.throws += 1;
      console.error(`${name} threw at ${JSON.stringify(input.slice(0, 300))}:`, error);
    }
  }
}

const readPlan = (): { runs: number; seed: number } => {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '2000' }, seed: { type: 'string' } } });
  const runs = Number(values.runs);
  const seed = Number(values.seed ?? Math.trunc(Math.random() * 2 ** 31));
  if (!Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed)) throw new Error('--runs and --seed take whole numbers');
  return { runs, seed };
};

const fuzzParsers = async (tally: Tally, { runs, seed }: { runs: number; seed: number }): Promise<void> => {
  for (const text of [...nastyTexts, ...fc.sample(anyText, { numRuns: runs, seed })]) {
    for (const { name, parse } of parsers) await tally.run(name, text, () => parse(text));
  }
};

const fuzzEndpoint = async (tally: Tally, { runs, seed }: { runs: number; seed: number }): Promise<void> => {
  const endpoint = await startFuzzedEndpoint();
  for (const request of fc.sample(anyRequest, { numRuns: runs, seed })) {
    await tally.run('the endpoint', JSON.stringify(request), () => endpoint.ask(request));
  }
  await endpoint.close();
};

const plan = readPlan();
const tally = new Tally();
await fuzzParsers(tally, plan);
await fuzzEndpoint(tally, plan);
const { runs, throws, slowest } = tally;
const polluted = isPolluted() ? 1 : 0;
console.log(
  `${runs} runs over ${parsers.length} parsers and the endpoint, ${throws} throws, ${polluted} prototypes changed, ` +
    `slowest ${slowest.ms.toFixed(1)} ms (${slowest.what}), seed ${plan.seed}`,
);
process.exitCode = throws + polluted > 0 || slowest.ms > mostMs ? 1 : 0;
