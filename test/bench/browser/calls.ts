/** How often the built element calls what is written in which source, as the browser's own profiler counts it. Must not know what for. */
import { readFileSync } from 'node:fs';
import type { CDPSession } from 'puppeteer-core';
import { wholeScript } from '../../size/shipped.js';
import { readSources } from '../../size/rooms.js';
import { mark } from './scripts.js';

export interface Calls {
  /** Since it was asked last, or since counting began. */
  count(sources: readonly string[]): Promise<number>;
  stop(): Promise<void>;
}

/** The built script is what `site` shows at `/script.js`, behind the mark. Slows the page down: nothing is timed meanwhile. */
export const countCalls = async (devtools: CDPSession): Promise<Calls> => {
  const sourceOf = readSources(wholeScript);
  const starts = [0, ...[...readFileSync(wholeScript, 'utf8').matchAll(/\n/g)].map(({ index }) => index + 1)];
  const sourceAt = (offset: number): string => {
    const place = offset - mark.length;
    const row = starts.findLastIndex((start) => start <= place);
    return sourceOf(row, place - (starts[row] ?? 0));
  };
  await devtools.send('Profiler.enable');
  await devtools.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  return {
    count: async (sources) => {
      const { result } = await devtools.send('Profiler.takePreciseCoverage');
      const functions = result.filter(({ url }) => url.endsWith('/script.js')).flatMap((script) => script.functions);
      const called = functions.flatMap(({ ranges }) => ranges.slice(0, 1)).filter(({ count }) => count > 0);
      return called.reduce((sum, { startOffset, count }) => sum + (sources.includes(sourceAt(startOffset)) ? count : 0), 0);
    },
    stop: async () => {
      await devtools.send('Profiler.stopPreciseCoverage');
      await devtools.send('Profiler.disable');
    },
  };
};
