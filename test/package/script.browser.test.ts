/**
 * The built script on a plain page: in a frame of its own, under the strictest policy, once and twice.
 * Must not know what the element shows.
 */
import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import type { CSSResultGroup } from 'lit';
import { AspirePay } from '../../src/aspire-pay.js';

// The origin is spelt out: in a frame without an address of its own, engines disagree on what 'self' is.
const policy = [
  "default-src 'none'",
  `script-src ${location.origin} 'nonce-test'`,
  `style-src ${location.origin}`,
  "require-trusted-types-for 'script'",
  'trusted-types aspire-pay',
].join('; ');
const script = '<script src="/dist/aspire-pay.iife.js"></script>';

/** What the page saw before it was done, told by the page itself. */
interface Report {
  said: string[];
  violations: string[];
  errors: string[];
  isDefined: boolean;
  isDrawn: boolean;
}

const watch = `<script nonce="test">
  const report = { said: [], violations: [], errors: [] };
  for (const name of ['log', 'info', 'warn', 'error']) console[name] = (...words) => report.said.push(words.join(' '));
  addEventListener('securitypolicyviolation', (event) => report.violations.push(event.violatedDirective + ' ' + event.blockedURI));
  addEventListener('error', (event) => report.errors.push(event.message));
</script>`;

const tell = `<aspire-pay></aspire-pay><script nonce="test">
  requestAnimationFrame(() => setTimeout(() => {
    const element = document.querySelector('aspire-pay');
    report.isDefined = customElements.get('aspire-pay') !== undefined;
    report.isDrawn = (element.shadowRoot?.childElementCount ?? 0) > 0;
    parent.postMessage({ script: report }, '*');
  }, 50));
</script>`;

const visit = async (...parts: string[]): Promise<Report> => {
  let report: Report | undefined;
  const listen = (event: MessageEvent<{ script?: Report } | null>): void => {
    report = event.data?.script ?? report;
  };
  window.addEventListener('message', listen);
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html><meta http-equiv="content-security-policy" content="${policy}">${watch}${parts.join('')}${tell}`;
  document.body.append(frame);
  try {
    await waitUntil(() => report !== undefined, 'the page told nothing', { timeout: 10_000 });
  } finally {
    frame.remove();
    window.removeEventListener('message', listen);
  }
  if (report === undefined) throw new Error('unreachable');
  return report;
};

const older = `<script nonce="test">customElements.define('aspire-pay', class extends HTMLElement { static version = '0.0.1'; });</script>`;

describe('the script on a page', () => {
  it('draws the element under a strict policy with Trusted Types, and says nothing', async () => {
    expect(await visit(script)).to.deep.equal({ said: [], violations: [], errors: [], isDefined: true, isDrawn: true });
  });

  it('is silent when it is loaded twice', async () => {
    expect(await visit(script, script)).to.deep.equal({ said: [], violations: [], errors: [], isDefined: true, isDrawn: true });
  });

  it('says so where another version is on the page already, and leaves that one alone', async () => {
    const report = await visit(older, script);
    expect(report.said).to.have.length(1);
    expect(report.said[0]).to.match(/^<aspire-pay> 0\.0\.1 is already on this page; \d+\.\d+\.\d+ was not used\.$/);
    expect({ violations: report.violations, errors: report.errors }).to.deep.equal({ violations: [], errors: [] });
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
    const loaded = document.createElement('script');
    loaded.src = '/dist/aspire-pay.iife.js';
    const done = oneEvent(loaded, 'load');
    document.head.append(loaded);
    await done;
    const built = customElements.get('aspire-pay') as typeof AspirePay | undefined;
    expect(built).not.to.equal(AspirePay);
    expect(readRules(built?.styles)).to.have.length.above(50);
    expect(readRules(built?.styles)).to.deep.equal(readRules(AspirePay.styles));
  });
});
