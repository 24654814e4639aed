/** The demo's pages hold under strict policies: nothing inline, nothing from elsewhere, and nothing of the server's own code. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDemoInProcess, type DemoInProcess } from './demo-in-process.js';

describe('the pages of the demo', () => {
  let demo: DemoInProcess;

  beforeAll(async () => {
    demo = await createDemoInProcess();
  });
  afterAll(() => demo.close());

  const read = async (path: string): Promise<string> => (await demo.request(path)).text();

  const listFiles = (page: string): string[] =>
    [...page.matchAll(/<(?:script|link)[^>]*\s(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '');

  for (const path of ['/', '/back-office/', '/back-office/mail', '/theme-editor/', '/hosts/bootstrap', '/hosts/unset']) {
    describe(`at ${path}`, () => {
      it('allow scripts, styles and requests of their own origin only, and no text as script', async () => {
        const policy = (await demo.request(path)).headers.get('Content-Security-Policy') ?? '';
        expect(policy.split('; ')).toEqual(
          expect.arrayContaining([
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "require-trusted-types-for 'script'",
          ]),
        );
        expect(policy).not.toContain('unsafe');
      });

      if (!path.startsWith('/back-office')) {
        it('show a logo from any secure address, as the theme editor offers to', async () => {
          const policy = (await demo.request(path)).headers.get('Content-Security-Policy') ?? '';
          expect(policy.split('; ')).toContain("img-src 'self' data: https:");
        });
      }

      it('have no inline script, style or handler', async () => {
        const page = await read(path);
        expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/i);
        expect([...page.matchAll(/<script([^>]*)>/g)].every(([, attributes]) => attributes?.includes('src='))).toBe(true);
      });

      it('find every file they name, each sent as what it is', async () => {
        const files = listFiles(await read(path));
        expect(files.length).toBeGreaterThan(3);
        for (const file of files) {
          const answer = await demo.request(file);
          expect([file, answer.status]).toEqual([file, 200]);
          expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
          expect(answer.headers.get('Content-Type')).toMatch(file.endsWith('.js') ? /^text\/javascript/ : /^(text\/css|image\/svg\+xml)/);
        }
      });

      it('find the modules their scripts import', async () => {
        const scripts = listFiles(await read(path)).filter((file) => file.endsWith('.js'));
        for (const script of scripts) {
          for (const [, name] of (await read(script)).matchAll(/from ["'](\.[^"']+)["']/g)) {
            expect((await demo.request(new URL(name ?? '', `http://127.0.0.1:8080${script}`).pathname)).status).toBe(200);
          }
        }
      });
    });
  }

  it('embed the element as an integrator would: one script, one tag, one endpoint', async () => {
    const page = await read('/');
    expect(page.match(/<script defer src="\/aspire-pay\.iife\.js"><\/script>/g)).toHaveLength(1);
    expect(page.match(/<aspire-pay endpoint="\/api\/aspire-pay\/v1">/g)).toHaveLength(1);
  });

  it('leave something to be read inside the tag until the script has come', async () => {
    expect(await read('/')).toMatch(/<aspire-pay [^>]*>\s*<p>Your contracts are on their way\..*1-800-555-0142.*<\/p>/);
  });

  it('let the sample bank fields stand in a frame where they are tried, and no frame otherwise', async () => {
    const policyOf = async (path: string): Promise<string> => (await demo.request(path)).headers.get('Content-Security-Policy') ?? '';
    expect(await policyOf('/')).not.toContain('frame-src');
    expect(await policyOf('/?bank-source')).toBe(`${await policyOf('/')}; frame-src http://127.0.0.1:8081`);
    expect(await (await demo.request('/demo/bank-fields')).json()).toEqual({ origin: 'http://127.0.0.1:8081' });
  });

  it('keep the server’s own files to themselves', async () => {
    for (const path of ['/back-office/routes.js', '/back-office/records.ts', '/site/..%2fstart.ts', '/start.ts', '/package.json']) {
      expect([path, (await demo.request(path)).status]).toEqual([path, 404]);
    }
  });

  it('tell the site whom it can sign in, and the endpoint tells nobody', async () => {
    expect(await (await demo.request('/demo/payers')).json()).toEqual({
      payers: [{ id: 'somebody', name: 'Somebody', person: 'Some Body', token: 'demo-somebody' }],
    });
    expect((await demo.request('/api/aspire-pay/v1/demo/payers')).status).toBe(404);
    expect((await demo.request('/api/aspire-pay/v1/back-office/api/alternate-efts')).status).toBe(404);
  });
});
