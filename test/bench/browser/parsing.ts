/**
 * What it takes to read a page of contracts as JSON and to hold it against its schema, in the same window: the first time, when nothing is
 * compiled, as in a first view; and over and over.
 */
import * as z from 'zod/mini';
import { summarize, type Series } from '../stats.js';
import type { Chromium } from './driver.js';
import { bundle, mark } from './scripts.js';
import type { Endpoint, Site } from './site.js';

interface Twice {
  /** Milliseconds of `JSON.parse`. */
  readonly read: Series;
  /** Milliseconds of the schema. */
  readonly check: Series;
}

export interface Parsing {
  readonly slowness: number;
  readonly contracts: number;
  readonly invoices: number;
  readonly bytes: number;
  readonly first: Twice;
  readonly again: Twice;
}

export interface ParsingPlan {
  readonly chromium: Chromium;
  readonly site: Site;
  /** Of fifty contracts and a hundred invoices: two each. */
  readonly endpoint: Endpoint;
  readonly slowness: number;
  readonly rounds: number;
}

const Once = z.object({
  contracts: z.int(),
  invoices: z.int(),
  bytes: z.int(),
  first: z.object({ read: z.number(), check: z.number() }),
  again: z.object({ read: z.number(), check: z.number() }),
});

/** What is done again is a mean of so many times, while it is being compiled: no more than a few pages are ever read. */
const inPage = `(async () => {
  const { read, check } = window.pageCheck;
  const text = await (await fetch('/api/contracts?limit=50')).text();
  const timed = (work) => { const from = performance.now(); const result = work(); return { result, ms: performance.now() - from }; };
  const { result: json, ms: firstRead } = timed(() => read(text));
  const { result: isRight, ms: firstCheck } = timed(() => check(json));
  if (!isRight) throw new Error('The page is not as the schema has it.');
  const times = 25;
  const again = { read: 0, check: 0 };
  for (let time = 0; time < times; time += 1) {
    const { result, ms } = timed(() => read(text));
    again.read += ms / times;
    again.check += timed(() => check(result)).ms / times;
  }
  const invoices = json.items.reduce((sum, one) => sum + one.invoices.items.length, 0);
  return { contracts: json.items.length, invoices, bytes: new TextEncoder().encode(text).length, first: { read: firstRead, check: firstCheck }, again };
})()`;

export const measureParsing = async ({ chromium, site, endpoint, slowness, rounds }: ParsingPlan): Promise<Parsing> => {
  site.show({ code: mark + (await bundle('page-check.ts')), html: '', isModule: true });
  site.connect(endpoint, true);
  const found: z.infer<typeof Once>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    found.push(
      await chromium.visit(slowness, async ({ page }) => {
        await page.goto(`${site.address}/`);
        return Once.parse(await page.evaluate(inPage));
      }),
    );
  }
  const [{ contracts, invoices, bytes } = { contracts: 0, invoices: 0, bytes: 0 }] = found;
  const series = (which: 'first' | 'again'): Twice => ({
    read: summarize(found.map((once) => once[which].read)),
    check: summarize(found.map((once) => once[which].check)),
  });
  return { slowness, contracts, invoices, bytes, first: series('first'), again: series('again') };
};
