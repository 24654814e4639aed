/**
 * A browser that crashes and is opened again, and one that is sent back: the payment under way is found out, once.
 * WebKitGTK's driver keeps no profile, so the crash is shown in Chromium and Firefox; the back button in all three.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildElement } from '../../demo/scripts.js';
import type { AspirePayEventName } from '../../src/events.js';
import { chooseEngines } from '../support/browsers.js';
import { keepsProfile, openBrowser, type DrivenBrowser } from '../support/driven-browser.js';
import { pay, press, sees } from '../support/driven-payer.js';
import { contracts, payers, World } from '../support/world.js';
import { WorldCreated } from '../support/worlds/protocol.js';
import { startWorlds, type StartedWorlds } from '../support/worlds/start.js';

let worlds: StartedWorlds;
let script: string;
let world: World;
let site: Server;
let address: string;
let profile: string;
let browser: DrivenBrowser;

/** Everything that is told of a payment. */
const told = [
  'aspire-pay-submit',
  'aspire-pay-submitted',
  'aspire-pay-refused',
  'aspire-pay-unknown',
  'aspire-pay-canceled',
  'aspire-pay-error',
] as const satisfies readonly AspirePayEventName[];

const page = (): string => `<!doctype html><html lang="en-US"><title>A page</title>
<script src="/aspire-pay.js"></script>
<aspire-pay contract="${contracts.pastDue}" endpoint="${world.endpoint}"></aspire-pay>
<script>
const element = document.querySelector('aspire-pay');
element.getToken = async () => '${world.tokenOf(payers.baker)}';
// Kept for as long as the tab is, over every page of it.
for (const name of ${JSON.stringify(told)}) element.addEventListener(name, () => {
  sessionStorage.setItem('told', [sessionStorage.getItem('told') ?? '', name].join(' ').trim());
});
</script>`;

const startSite = async (): Promise<void> => {
  site = createServer(({ url }, response) => {
    const isScript = url === '/aspire-pay.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(isScript ? script : url === '/' ? page() : '<!doctype html><title>Another page</title>');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
};

/** The element may only ask an endpoint that lets its origin in. */
const makeWorld = async (): Promise<World> => {
  const answer = await fetch(`${worlds.url}/worlds`, { method: 'POST', headers: { origin: address }, body: '{}' });
  return new World(worlds.url, WorldCreated.parse(await answer.json()));
};

/** What this tab was told, in order, over all its pages. */
const wasTold = (): Promise<string> => browser.read<string>("sessionStorage.getItem('told') ?? ''");

const expectOnePayment = async (): Promise<void> => {
  const posts = (await world.arrivals('POST', '/payments')).filter(({ path }) => path === '/payments');
  expect(posts).toHaveLength(1);
  const { payments, alternate_efts: records } = await world.rows();
  expect(payments.map(({ amount_value: value }) => value)).toEqual([215_000]);
  expect(records).toHaveLength(1);
};

/** Requests of the browser that was killed: nobody waits for their answers any more. */
let ofKilled = 0;

/** Until what is read anew after a payment has been answered, so that nothing of it is under way. */
const untilQuiet = async (): Promise<void> => {
  let unanswered: unknown[] = [];
  for (let tries = 0, before = -1; tries < 60; tries += 1) {
    const requests = (await world.arrivals()).slice(ofKilled);
    unanswered = requests.filter(({ status }) => status === undefined);
    if (requests.length === before && unanswered.length === 0) return;
    before = requests.length;
    await rest(500);
  }
  throw new Error(`Waited half a minute for the end of ${JSON.stringify(unanswered)}`);
};

/** The question may be held already, or come later. */
const letAnswer = async (): Promise<void> => {
  await world.clearFaults();
  await world.release();
};

const stores = /Local Storage|[/\\]ls[/\\]/;

/** Whether the browser has written the press to its disk; it takes its time, and a crash before that loses it. */
const isOnDisk = async (): Promise<boolean> => {
  const files = await readdir(profile, { recursive: true, withFileTypes: true });
  const kept = files.filter((file) => file.isFile() && stores.test(join(file.parentPath, file.name)));
  const texts = await Promise.all(kept.map((file) => readFile(join(file.parentPath, file.name), 'latin1').catch(() => '')));
  return texts.some((text) => text.replaceAll('\u0000', '').includes('aspire-pay:lender-harbor'));
};

beforeAll(async () => {
  worlds = await startWorlds();
  script = (await buildElement(process.cwd())).get('/aspire-pay.iife.js') ?? '';
}, 120_000);

afterAll(() => worlds.stop());

describe.each(chooseEngines().map((found) => [found.engine, found] as const))('in %s', (_engine, found) => {
  beforeEach(async () => {
    await startSite();
    world = await makeWorld();
    ofKilled = 0;
    profile = await mkdtemp(join(tmpdir(), 'aspire-pay-profile-'));
    browser = await openBrowser(found, profile);
    await world.addFault({ method: 'POST', path: '/payments', effect: { kind: 'delay-after' } });
    await browser.go(`${address}/`);
    await pay(browser);
    await world.untilHeld();
  }, 120_000);

  afterEach(async () => {
    await browser.close().catch(() => undefined);
    await world.close();
    site.closeAllConnections();
    site.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }, 60_000);

  const crashes = keepsProfile(found) ? (['as soon as the press is on disk', 'at once'] as const) : [];
  it.each(crashes)(
    'case 35: killed %s and opened the next day: the payment is settled, and not made twice',
    async (when) => {
      if (when !== 'at once') while (!(await isOnDisk())) await rest(250);
      await browser.kill();
      ofKilled = (await world.arrivals()).length;
      await world.release();
      await world.setClock({ advanceSeconds: 86_400 });
      await world.addFault({ method: 'GET', path: '/payments/by-key/*', effect: { kind: 'delay-before' } });
      browser = await openBrowser(found, profile);
      await browser.go(`${address}/`);
      if (when === 'at once') {
        // Whether or not the browser still knows: the payment under way is there to be seen.
        await sees(browser, /We are checking this payment|\$2,150\.00 in flight/);
        await letAnswer();
      } else {
        await sees(browser, 'We are checking this payment');
        await expectOnePayment();
        await letAnswer();
        await sees(browser, 'Payment accepted');
        expect(await wasTold()).toBe('aspire-pay-submitted');
        await press(browser, 'Done');
      }
      await untilQuiet();
      await browser.go(`${address}/`);
      await sees(browser, '$2,150.00 in flight');
      await expectOnePayment();
      // Told once by whoever still knew of it, and nothing else.
      expect(await wasTold()).toMatch(when === 'at once' ? /^(aspire-pay-submitted)?$/ : /^aspire-pay-submitted$/);
    },
    180_000,
  );

  it('case 36: sent away in the middle and back: the same end either way, and nothing is sent again', async () => {
    await browser.go(`${address}/other`);
    await world.release();
    await browser.back();
    await sees(browser, 'Payment accepted');
    await expectOnePayment();
    expect(await wasTold()).toBe('aspire-pay-submit aspire-pay-submitted');
    expect(await browser.read('Object.keys(localStorage).length')).toBe(0);
  }, 120_000);

  it('case 36: left while something is being read: nobody is told of an outage, and what is read is there on the way back', async () => {
    await world.release();
    await sees(browser, 'Payment accepted');
    await untilQuiet();
    await press(browser, 'Done');
    await world.addFault({ method: 'GET', path: '/session', effect: { kind: 'delay-before' } });
    await browser.read("void document.querySelector('aspire-pay').refresh()");
    await world.untilHeld();
    await browser.go(`${address}/other`);
    // Longer than a failed request is kept back for.
    await rest(1_000);
    expect(await wasTold()).toBe('aspire-pay-submit aspire-pay-submitted');
    await letAnswer();
    await browser.back();
    await sees(browser, '$2,150.00 in flight');
    await expectOnePayment();
  }, 120_000);

  it('case 36: sent away after the end and back: what is shown is true, and nothing is sent again', async () => {
    await world.release();
    await sees(browser, 'Payment accepted');
    await untilQuiet();
    await browser.go(`${address}/other`);
    await browser.back();
    // The page as it was left, or a new one: either shows the payment.
    await sees(browser, /Payment accepted|\$2,150\.00 in flight/);
    await expectOnePayment();
    expect(await wasTold()).toBe('aspire-pay-submit aspire-pay-submitted');
  }, 120_000);
});
