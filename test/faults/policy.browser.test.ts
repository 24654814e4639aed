/**
 * A site with the strictest policy: Trusted Types, a Lit of its own, nothing inline. The built script works there, or something can be read.
 * All other browser tests stand on such pages too, see strict-page.ts; here are the policies that forbid more.
 */
import { expect } from '@open-wc/testing';
import { acceptedOnce, expectEnd } from '../support/end.js';
import { inPage, OwnPage, strictest } from '../support/own-page.js';
import { Payer, until } from '../support/payer.js';
import { createWorld, payers, type World } from '../support/world.js';

const script = '<script src="/dist/aspire-pay.iife.js"></script>';
const secondLit = '<script type="module" src="/node_modules/lit-html/lit-html.js?of-the-page"></script>';
const tag = '<aspire-pay></aspire-pay>';
const contact = '<aspire-pay><p>Call 555 0100 to pay.</p></aspire-pay>';
const sameName = inPage("globalThis.trustedTypes?.createPolicy('aspire-pay', {});");

const plain = (element: HTMLElement): string => (element.innerText || element.shadowRoot?.textContent) ?? '';

describe('a strict policy', () => {
  let world: World;
  let page: OwnPage;

  beforeEach(async () => {
    world = await createWorld();
  });

  afterEach(async () => {
    page.close();
    await world.close();
    localStorage.clear();
  });

  const signIn = async (): Promise<Payer> => {
    const element = await page.find('aspire-pay');
    const payer = new Payer(element);
    element.getToken = () => Promise.resolve(world.tokenOf(payers.baker));
    element.setAttribute('endpoint', world.endpoint);
    await until(() => element.shadowRoot, 'the drawn element');
    return payer;
  };

  const withPagesLit = { 'trusted-types': 'aspire-pay lit-html' };
  const orders = [
    ['before', [secondLit, script]],
    ['after', [script, secondLit]],
  ] as const;
  for (const [order, scripts] of orders) {
    it(`case 55: the built script pays beside a Lit of the page’s own that loads ${order} it, and breaks no rule`, async () => {
      page = await OwnPage.open(strictest(withPagesLit), scripts.join('') + tag);
      const payer = await signIn();
      await payer.review('EL-1001', 'Due now');
      await payer.authorize();
      await expectEnd(world, payer, {
        ...acceptedOnce,
        payments: [215_000],
      });
      expect(page.report).to.deep.equal({ said: [], violations: [], errors: [] });
    }).timeout(40_000);
  }

  it('case 55: the element has its own look where the page allows no style at all', async () => {
    page = await OwnPage.open(strictest({ 'style-src': "'none'" }), script + tag);
    const payer = await signIn();
    const button = await payer.find('button', 'Pay this contract');
    expect(page.window.getComputedStyle(button).minBlockSize).to.equal('44px');
    expect(page.report.violations).to.deep.equal([]);
  });

  it('case 55: an endpoint that the policy does not allow is named as not reached, and nothing is lost', async () => {
    page = await OwnPage.open(strictest({ 'connect-src': "'none'" }), script + tag);
    const payer = await signIn();
    await payer.sees('Your contracts could not be loaded');
    await payer.find('button', 'Try again');
    expect(page.report.violations[0]).to.match(/^connect-src/);
    expect(page.report.errors).to.deep.equal([]);
    expect(await world.log()).to.deep.equal([]);
  });
});

describe('a policy that does not let the element start', () => {
  const forbidding: readonly [what: string, policy: string, before: string][] = [
    ['does not name ours', strictest({ 'trusted-types': 'somebody-else' }), ''],
    ['names none', strictest({ 'trusted-types': "'none'" }), ''],
    ['has given our name to somebody else', strictest(), sameName],
  ];
  const bodies: readonly [what: string, body: string, shown: RegExp][] = [
    ['what the page wrote into the tag stays', contact, /^Call 555 0100 to pay\.$/],
    ['an empty tag says that it can’t be shown', tag, /^Your contracts can’t be shown on this page\./],
  ];

  for (const [policyDoes, policy, before] of forbidding) {
    for (const [what, body, shown] of bodies) {
      for (const [place, html] of [
        ['head', before + script + body],
        ['foot', body + before + script],
      ] as const) {
        it(`case 55: a policy that ${policyDoes}: ${what}, with the script at the ${place} of the page`, async () => {
          const page = await OwnPage.open(policy, html);
          try {
            const element = await page.find('aspire-pay');
            expect(plain(element).trim()).to.match(shown);
            expect(element.getBoundingClientRect().height).to.be.greaterThan(0);
            expect(page.report.errors, 'uncaught errors').to.deep.equal([]);
            expect(page.report.said.join(' ')).to.match(/^<aspire-pay> could not start\..*trusted-types aspire-pay/);
          } finally {
            page.close();
          }
        });
      }
    }
  }

  it('case 55: a policy that does not let the script load leaves what the page wrote into the tag', async () => {
    const page = await OwnPage.open(strictest({ 'script-src': "'nonce-test'" }), script + contact);
    try {
      expect(plain(await page.find('aspire-pay')).trim()).to.equal('Call 555 0100 to pay.');
    } finally {
      page.close();
    }
  });
});
