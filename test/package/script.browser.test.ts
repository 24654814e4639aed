/**
 * The built script on a plain page: under the strictest policy, once and twice, beside another version.
 * Must not know what the element shows.
 */
import { expect } from '@open-wc/testing';
import type { CSSResultGroup } from 'lit';
import { AspirePay } from '../../src/aspire-pay.js';
import { inPage, OwnPage, strictest, type Report } from '../support/own-page.js';
import { until } from '../support/payer.js';

const script = '<script src="/dist/aspire-pay.iife.js"></script>';
const tag = '<aspire-pay></aspire-pay>';
const older = inPage(`customElements.define('aspire-pay', class extends HTMLElement { static version = '0.0.1'; });`);

const nothingSaid: Report = { said: [], violations: [], errors: [] };

describe('the script on a page', () => {
  let page: OwnPage;

  afterEach(() => {
    page.close();
  });

  const expectDrawn = async (): Promise<void> => {
    const element = await page.find('aspire-pay');
    await until(() => (element.shadowRoot?.childElementCount ?? 0) > 0, 'the drawn element');
  };

  it('draws the element under a strict policy with Trusted Types, and says nothing', async () => {
    page = await OwnPage.open(strictest(), script + tag);
    await expectDrawn();
    expect(page.report).to.deep.equal(nothingSaid);
  });

  it('is silent when it is loaded twice', async () => {
    page = await OwnPage.open(strictest(), script + script + tag);
    await expectDrawn();
    expect(page.report).to.deep.equal(nothingSaid);
  });

  it('says so where another version is on the page already, and leaves that one alone', async () => {
    page = await OwnPage.open(strictest(), older + script + tag);
    expect(page.report.said).to.have.length(1);
    expect(page.report.said[0]).to.match(/^<aspire-pay> 0\.0\.1 is already on this page; \d+\.\d+\.\d+ was not used\.$/);
    expect({ ...page.report, said: [] }).to.deep.equal(nothingSaid);
  });
});

/** Rules as the engine read them, without white space that means nothing. */
const readRules = (styles: CSSResultGroup | undefined): string[] =>
  [styles]
    .flat(Infinity as 1)
    .filter((one) => typeof one === 'object' && 'styleSheet' in one)
    .flatMap((one) => [...(one.styleSheet?.cssRules ?? [])].map((rule) => rule.cssText.replace(/\s+/g, '')));

describe('the styles in the script', () => {
  it('are those of the source, rule by rule', async () => {
    const page = await OwnPage.open(strictest(), script);
    try {
      const built = page.window.customElements.get('aspire-pay') as typeof AspirePay | undefined;
      expect(built).not.to.equal(AspirePay);
      expect(readRules(built?.styles)).to.have.length.above(50);
      expect(readRules(built?.styles)).to.deep.equal(readRules(AspirePay.styles));
    } finally {
      page.close();
    }
  });
});
