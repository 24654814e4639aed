/** How long a press waits for the frame that answers it, and how many frames that is. */
import { summarize, type Series } from '../stats.js';
import type { Chromium } from './driver.js';
import { actions, press, ready, refresh, root } from './payer.js';
import type { Script } from './scripts.js';
import type { Endpoint, Site } from './site.js';
import { watchTyping, type Typing } from './typing.js';

export interface Pressed {
  readonly name: string;
  /** From letting go to the painted frame that shows it, in milliseconds. */
  readonly answered: Series;
  /** Which frame after that it was; 1 is the first there can be. */
  readonly frames: readonly number[];
}

export interface Presses {
  readonly slowness: number;
  readonly pressed: readonly Pressed[];
  readonly typing: Typing;
}

export interface PressPlan {
  readonly chromium: Chromium;
  readonly site: Site;
  readonly script: Script;
  readonly endpoint: Endpoint;
  readonly slowness: number;
  readonly rounds: number;
}

/** In the order of a round. */
const names = ['Refresh', 'Pay this contract', 'Back', 'Payments', 'Contracts'] as const;

export const measurePresses = async ({ chromium, site, script, endpoint, slowness, rounds }: PressPlan): Promise<Presses> => {
  site.show({ code: script.code, html: script.html, isModule: false });
  site.connect(endpoint, false);
  return chromium.visit(slowness, async (visit) => {
    const { page } = visit;
    await page.goto(`${site.address}/`);
    await ready(page);
    for (let round = 0; round < rounds; round += 1) {
      await refresh(page);
      await actions.select(page);
      await actions.back(page);
      await press(page, 'Payments');
      await page.evaluate(`bench.until(() => ${root}.textContent.includes('No payments yet'))`);
      await press(page, 'Contracts');
      await page.evaluate(`bench.until(() => bench.rows() > 0)`);
    }
    const presses = (await page.evaluate('bench.presses')) as { ms: number; frame: number }[];
    if (presses.length !== rounds * names.length) throw new Error(`${presses.length} presses were answered of ${rounds * names.length}.`);
    const pressed = names.map((name, place) => {
      const own = presses.filter((_press, index) => index % names.length === place);
      return { name, answered: summarize(own.map(({ ms }) => ms)), frames: own.map(({ frame }) => frame) };
    });
    return { slowness, pressed, typing: await watchTyping(visit) };
  });
};
