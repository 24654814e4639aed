/**
 * The built modules on a page without a bundler: little is fetched at first, the rest when it is wanted, and a part that can't be had is
 * told like anything else that can't. `npm test` builds first.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chooseEngines, type FoundEngine } from '../support/browsers.js';
import { openFreshBrowser, untilRead, type DrivenBrowser } from '../support/driven-browser.js';
import { pay, press, sees } from '../support/driven-payer.js';
import { startModuleSite, type ModuleSite } from '../support/module-site.js';
import { contracts, payers, World } from '../support/world.js';
import { WorldCreated } from '../support/worlds/protocol.js';
import { startWorlds, type StartedWorlds } from '../support/worlds/start.js';

const root = "document.querySelector('aspire-pay').shadowRoot";
const heading = `(${root}.querySelector('[part~="heading"]')?.textContent ?? '')`;
const focused = `(${root}.activeElement?.textContent ?? '')`;
const payButton = `[...${root}.querySelectorAll('button')].find((one) => one.textContent.trim().startsWith('Pay this contract'))`;

/** As the standard has it, a module that could not be fetched stays so until the page is loaded anew; two engines try again all the same. */
const remembersFailures = ({ engine }: FoundEngine): boolean => engine === 'firefox';

let worlds: StartedWorlds;
let world: World;
let site: ModuleSite;
let browser: DrivenBrowser;

const page = (head = ''): string => `<!doctype html><html lang="en-US"><title>A page</title>${head}
<script>window.faults = []; addEventListener('aspire-pay-error', ({ detail }) => faults.push(detail.code));</script>
<script type="module" src="/modules/aspire-pay.js"></script>
<aspire-pay contract="${contracts.pastDue}" endpoint="${world.endpoint}"></aspire-pay>
<script>document.querySelector('aspire-pay').getToken = async () => '${world.tokenOf(payers.baker)}';</script>`;

/** The element may only ask an endpoint that lets its origin in. */
const makeWorld = async (): Promise<World> => {
  const answer = await fetch(`${worlds.url}/worlds`, { method: 'POST', headers: { origin: site.address }, body: '{}' });
  return new World(worlds.url, WorldCreated.parse(await answer.json()));
};

const isAsked = (name: string): boolean => site.asked.some((path) => path.startsWith(`/modules/${name}`));

beforeAll(async () => {
  worlds = await startWorlds();
}, 120_000);

afterAll(() => worlds.stop());

describe.each(chooseEngines().map((found) => [found.engine, found] as const))('modules in %s', (_engine, found) => {
  beforeEach(async () => {
    site = await startModuleSite();
    world = await makeWorld();
    browser = await openFreshBrowser(found);
    site.show(page());
  }, 120_000);

  afterEach(async () => {
    await browser.close().catch(() => undefined);
    await world.close();
    site.close();
  }, 60_000);

  it('shows the contracts without what paying needs, and pays once with it', async () => {
    await browser.go(`${site.address}/`);
    await sees(browser, 'Pay this contract');
    expect(['paying', 'payments', 'bank-accounts', 'signing-in', 'receipts', 'ar'].filter(isAsked)).toEqual([]);
    await pay(browser);
    await sees(browser, 'Payment accepted');
    expect((await world.rows()).payments).toHaveLength(1);
  }, 180_000);

  it('fetches what paying needs as soon as the pointer is over a contract', async () => {
    await browser.go(`${site.address}/`);
    await sees(browser, 'Pay this contract');
    await browser.click(`${root}.querySelector('[part="contract"] h3')`);
    await expect.poll(() => isAsked('paying'), { timeout: 60_000 }).toBe(true);
    expect(await browser.read(heading)).not.toContain('Pay contract');
  }, 180_000);

  it('shows that the press was felt while its screen is on its way, and moves the focus to the heading when it is there', async () => {
    site.hold('paying');
    await browser.go(`${site.address}/`);
    await press(browser, 'Pay this contract');
    await untilRead(browser, `${payButton}.getAttribute('aria-busy') === 'true'`, 'the busy button');
    await sees(browser, 'Total open');
    site.release();
    await untilRead(browser, `${heading}.includes('Pay contract')`, 'the form');
    await untilRead(browser, `${focused} === ${heading}`, 'the focus on the heading');
  }, 180_000);

  it('keeps the list and says so when a screen can’t be had, and tries again', async () => {
    site.refuse('paying');
    await browser.go(`${site.address}/`);
    await press(browser, 'Pay this contract');
    await sees(browser, 'This part of the page could not be loaded.');
    await sees(browser, 'Total open');
    expect(await browser.read('JSON.stringify(faults)')).toBe('["part-failed"]');
    site.refuse(undefined);
    if (remembersFailures(found)) {
      await browser.go(`${site.address}/`);
      await press(browser, 'Pay this contract');
    } else await press(browser, 'Try again');
    await untilRead(browser, `${heading}.includes('Pay contract')`, 'the form');
    await untilRead(browser, `${focused} === ${heading}`, 'the focus on the heading');
    expect(await browser.read(`${root}.textContent.includes('This part of the page')`)).toBe(false);
  }, 180_000);

  it('is not asked for twice where the page asks ahead of it', async () => {
    site.show(page('<link rel="modulepreload" href="/modules/aspire-pay.js">'));
    await browser.go(`${site.address}/`);
    await sees(browser, 'Pay this contract');
    expect(site.asked.filter((path) => path === '/modules/aspire-pay.js')).toHaveLength(1);
  }, 180_000);
});
