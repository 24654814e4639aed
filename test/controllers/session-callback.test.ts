/** A session about to end where the page hands out tokens: extended through its callback, or warned of. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contracts, startEndpoint, type Endpoint } from '../support/endpoint.js';
import { MailedPage } from '../support/mailed-page.js';

const minute = 60_000;

describe('a session about to end, where the page has a callback', () => {
  let endpoint: Endpoint;
  let page: MailedPage;
  afterEach(async () => {
    page.disconnect();
    await endpoint.stop();
  });

  /** Tokens of sessions of their own: what a site's server would hand out. */
  const tokenOfSession = async (): Promise<string> => {
    const site = new MailedPage(endpoint);
    await site.see();
    await site.signIn();
    site.disconnect();
    const sent = site.tab.wire.sent.at(-1)?.headers.get('authorization') ?? '';
    return sent.slice('Bearer '.length);
  };

  beforeEach(async () => {
    endpoint = await startEndpoint();
    await endpoint.world.changeLender({ features: { enrollment: true }, sessionMinutes: 10 });
    page = new MailedPage(endpoint);
    await page.see();
    await page.register();
    page.disconnect();
    page.hasCallback = true;
    page.token = await tokenOfSession();
    await page.see();
  });

  it('is extended through it silently, called once, and nothing is said', async () => {
    await page.openForm();
    page.send({ type: 'otherAmountTyped', contractId: contracts.pastDue, text: '12.50' });
    await endpoint.clock.advance(7 * minute);
    page.token = await tokenOfSession();
    const calls = page.tokenCalls;
    await endpoint.clock.advance(2 * minute);
    expect(page.tokenCalls).toBe(calls + 1);
    expect(page.portal.sessionEnd).toBeUndefined();
    expect(page.said.filter((text) => text.includes('Your session ends at'))).toEqual([]);
    await endpoint.clock.advance(3 * minute);
    expect(page.portfolio.status).toBe('ready');
    expect(page.in('editing').draft.lines[0]?.otherAmount).toBe('12.50');
  });

  it('is warned of where it gives no later token, and asks again on a press alone', async () => {
    const calls = page.tokenCalls;
    await endpoint.clock.advance(9 * minute);
    expect(page.portal.sessionEnd?.step).toBe('warned');
    expect(page.tokenCalls).toBe(calls + 1);
    page.send({ type: 'stayPressed' });
    await endpoint.clock.quiet();
    expect(page.portal.sessionEnd?.step).toBe('failed');
    expect(page.tokenCalls).toBe(calls + 2);
    page.token = await tokenOfSession();
    page.send({ type: 'stayPressed' });
    await endpoint.clock.quiet();
    expect(page.portal.sessionEnd).toBeUndefined();
    await endpoint.clock.advance(3 * minute);
    expect(page.portfolio.status).toBe('ready');
  });
});
