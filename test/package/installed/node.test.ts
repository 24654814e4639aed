/** The package in an empty Node project: every entry can be imported on a server, the bare tag can be drawn there, and the kit's command runs. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../../src/domain/language.js';
import { makeProject, type Project } from './support/project.js';

let project: Project;
beforeAll(() => {
  project = makeProject([], { react: '^19.2.0', 'react-dom': '^19.2.0' });
});
afterAll(() => project.remove());

/** What a module says that begins with these lines. */
const say = (code: string): string => {
  project.write({ 'main.js': code });
  return project.run(process.execPath, 'main.js').trim();
};

describe('on a server', () => {
  it('the class comes from the root and registers nothing', () => {
    const code = `import { AspirePay } from 'aspire-pay';
      console.log(typeof AspirePay, AspirePay.version, globalThis.customElements?.get('aspire-pay'));`;
    expect(say(code)).toMatch(/^function \d+\.\d+\.\d+ undefined$/);
  });

  it('the registering module has no effect', () => {
    expect(say(`import 'aspire-pay/define.js'; console.log('still here');`)).toBe('still here');
  });

  it('the API comes with schemas that parse, and its document', () => {
    const code = `import { Money } from 'aspire-pay/api';
      import { openApiDocument } from 'aspire-pay/api/openapi.js';
      import stored from 'aspire-pay/openapi.json' with { type: 'json' };
      console.log(Money.parse({ value: 5, currency: 'USD' }).value, JSON.stringify(openApiDocument()) === JSON.stringify(stored));`;
    expect(say(code)).toMatch(/5 true$/);
  });

  it.each(languages)('the words of %s can be had', (language) => {
    expect(say(`import * as words from 'aspire-pay/locales/${language}.js'; console.log(Object.keys(words).length > 0);`)).toBe('true');
  });

  it('the kit can be had, and its command says how it is used', () => {
    const code = `import { checkEndpoint, isPassed, ruleIds } from 'aspire-pay/conformance';
      console.log(typeof checkEndpoint, typeof isPassed, ruleIds.length > 100);`;
    expect(say(code)).toBe('function function true');
    expect(project.run('npx', '--no-install', 'aspire-pay-conformance', '--help')).toContain('--other-token');
  });

  it('the bare tag is drawn by a framework, with no shadow root of its own', () => {
    const code = `import 'aspire-pay/define.js';
      import { createElement } from 'react';
      import { renderToString } from 'react-dom/server';
      console.log(renderToString(createElement('aspire-pay', { endpoint: '/api', getToken: async () => '' }, createElement('p', null, 'Call us.'))));`;
    expect(say(code)).toBe('<aspire-pay endpoint="/api"><p>Call us.</p></aspire-pay>');
  });

  it('no file of ours can be had but those that are offered', () => {
    expect(say(`import('aspire-pay/dist/client/http.js').catch((error) => console.log(error.code));`)).toBe(
      'ERR_PACKAGE_PATH_NOT_EXPORTED',
    );
  });
});
