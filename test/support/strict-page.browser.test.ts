/** The pages of the tests are as strict as they claim: what a strict site forbids is refused here too, and a refusal is not overlooked. */
import { expect } from '@open-wc/testing';
import { PageInFrame } from './page-in-frame.js';
import { violationsBy } from './violations.js';
import { createWorld, payers } from './world.js';

const attempts: readonly [what: string, directive: RegExp, work: () => unknown][] = [
  ['code made of text', /script-src|require-trusted-types-for/, () => attempt(() => runText('return 1'))],
  ['markup made of text', /require-trusted-types-for/, () => attempt(() => (document.createElement('div').innerHTML = '<b>text</b>'))],
  ['a style attribute', /style-src/, () => document.createElement('div').setAttribute('style', 'color: red')],
  ['a style element', /style-src/, () => document.body.append(withText('style', 'b { color: red }'))],
  [
    'a script in the page',
    /script-src|require-trusted-types-for/,
    () => attempt(() => document.body.append(withText('script', 'window.ran = true'))),
  ],
  ['a request to somebody else', /connect-src/, () => fetch('https://elsewhere.example/').catch(() => undefined)],
  ['another policy', /trusted-types/, () => attempt(() => createPolicy('another'))],
];

const attempt = (work: () => unknown): void => {
  try {
    work();
  } catch {
    // Some are thrown as well as reported.
  }
};

const withText = (tag: string, text: string): Element => {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
};

interface Factory {
  createPolicy(name: string, rules: object): unknown;
}

/** As a library would that compiles templates. */
const runText = (text: string): unknown => Reflect.construct(Function, [text]);

const createPolicy = (name: string): void => {
  const { trustedTypes } = globalThis as { trustedTypes?: Factory };
  trustedTypes?.createPolicy(name, {});
};

describe('a page of the tests', () => {
  for (const [what, directive, work] of attempts) {
    it(`refuses ${what}`, async () => {
      const [first] = await violationsBy(work);
      expect(first).to.match(directive);
    });
  }

  it('has a Lit of its own beside the element’s', () => {
    const { litHtmlVersions } = globalThis as { litHtmlVersions?: string[] };
    expect(litHtmlVersions).to.have.length(2);
  });
});

describe('a page in a frame of the tests', () => {
  it('is as strict, has a second Lit, and tells the test of a refusal', async () => {
    const world = await createWorld();
    const page = await PageInFrame.open(world, payers.baker);
    const told: string[] = [];
    const reportError = window.reportError.bind(window);
    window.reportError = (error) => told.push(String(error));
    try {
      const inner = page.payer.element.ownerDocument;
      expect((inner.defaultView as unknown as { litHtmlVersions?: string[] }).litHtmlVersions).to.have.length(2);
      await new Promise((resolve) => {
        inner.defaultView?.addEventListener('securitypolicyviolation', resolve);
        inner.createElement('div').setAttribute('style', 'color: red');
      });
      expect(told).to.have.length(1);
      expect(told[0]).to.contain('style-src');
    } finally {
      window.reportError = reportError;
      page.close();
      await world.close();
    }
  });
});
