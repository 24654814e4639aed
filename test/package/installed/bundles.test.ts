/** The package through two bundlers, each in an empty project: what it draws in a browser, and what a bundle leaves out. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openFreshChromium, untilRead, type DrivenBrowser } from '../../support/driven-browser.js';
import { sees } from '../../support/driven-payer.js';
import { openSite, type Site, type SiteFile } from '../../support/site.js';
import { makeProject, type Project } from './support/project.js';

const main = `import 'aspire-pay/define.js';
const element = document.querySelector('aspire-pay');
element.getToken = async () => (await fetch('/my/token')).text();
`;
const html = `<!doctype html><html lang="en-US"><meta charset="utf-8"><title>A page</title>
<script src="/before.js"></script>
<aspire-pay endpoint="/api/aspire-pay/v1"></aspire-pay><script type="module" src="/main.js"></script></html>`;

/** Keeps what the console is told, and errors nobody caught. */
const watch = `var said = []; for (const name of ['warn', 'error']) console[name] = (...words) => said.push(words.join(' '));
addEventListener('error', (event) => said.push(event.message));\n`;

interface Bundler {
  readonly tools: readonly string[];
  /** Bundles `main.js` for production into `out`, in pieces where it is loaded in pieces. */
  readonly bundle: (project: Project) => void;
}

const viteConfig = `export default { build: { outDir: 'out', emptyOutDir: true, rolldownOptions: { input: 'main.js', output: {
  entryFileNames: 'main.js', chunkFileNames: '[name]-[hash].js' }, preserveEntrySignatures: 'allow-extension' } } };`;

const bundlers: readonly (readonly [string, Bundler])[] = [
  [
    'Vite',
    {
      tools: ['vite'],
      bundle: (project) => {
        project.write({ 'vite.config.js': viteConfig });
        project.run('npx', '--no-install', 'vite', 'build', '--logLevel', 'warn');
      },
    },
  ],
  [
    'esbuild',
    {
      tools: ['esbuild'],
      bundle: (project) => {
        const flags = ['--bundle', '--minify', '--format=esm', '--splitting', '--outdir=out', '--log-level=warning'];
        rmSync(join(project.folder, 'out'), { recursive: true, force: true });
        project.run('npx', '--no-install', 'esbuild', 'main.js', ...flags);
      },
    },
  ],
];

describe.each(bundlers)('through %s', (_name, { tools, bundle }) => {
  let project: Project;
  beforeAll(() => {
    project = makeProject(tools);
  });
  afterAll(() => project.remove());

  /** The pieces of a bundle of this code, by name. */
  const pieces = (code: string): Map<string, string> => {
    project.write({ 'main.js': code });
    bundle(project);
    const out = join(project.folder, 'out');
    const names = readdirSync(out, { encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
    return new Map(names.map((name) => [`/${name}`, readFileSync(join(out, name), 'utf8')]));
  };
  const whole = (code: string): string => [...pieces(code).values()].join('\n');
  /** A failed match would print it all. */
  const holds = (code: string, what: RegExp): boolean => what.test(code);

  describe('in a browser', () => {
    let site: Site;
    let browser: DrivenBrowser;

    beforeEach(async () => {
      browser = await openFreshChromium();
    });

    afterEach(async () => {
      await browser.close();
      await site.close();
    });

    const open = async (code: string, before = ''): Promise<void> => {
      const files = pieces(code);
      site = await openSite((path): SiteFile | undefined => {
        if (path === '/') return { body: html, type: 'text/html; charset=utf-8' };
        const script = path === '/before.js' ? watch + before : files.get(path);
        return script === undefined ? undefined : { body: script, type: 'text/javascript; charset=utf-8' };
      });
      await browser.go(`${site.url}/`);
    };

    it('the element shows the contracts, and the console is told nothing', async () => {
      await open(main);
      await sees(browser, 'EL-1001');
      expect(await browser.read('said')).toEqual([]);
    });

    it('a language is fetched when it is spoken', async () => {
      await open(`${main}element.locale = 'fr-CA';`);
      await sees(browser, 'Payer ce contrat');
      expect(await browser.read('said')).toEqual([]);
    });

    const script = readFileSync('dist/aspire-pay.iife.js', 'utf8');
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

    it('is silent beside the script of the same version', async () => {
      await open(main, script);
      await sees(browser, 'EL-1001');
      expect(await browser.read('said')).toEqual([]);
    });

    it('says once, with both versions, that another version was there first', async () => {
      await open(main, script.replaceAll(version, '0.0.9'));
      await sees(browser, 'EL-1001');
      await untilRead(browser, 'said.length > 0', 'what is said');
      expect(await browser.read('said')).toEqual([`<aspire-pay> 0.0.9 is already on this page; ${version} was not used.`]);
    });
  });

  const lit = /litHtmlVersions/;
  const registering = /customElements\.define\(/;

  it('nothing is left of imports that nobody uses: what is fetched by itself is empty', () => {
    const code = "import { AspirePay } from 'aspire-pay'; import { Money } from 'aspire-pay/api'; import 'aspire-pay/locales/en.js';";
    const fetched = pieces(code).get('/main.js') ?? 'not there, and so not empty';
    expect(fetched.replace(/\s|\/\/#.*/g, '').length).toBeLessThan(20);
  });

  it('the API alone holds no Lit, and nothing of the element', () => {
    const code = whole("import { Money } from 'aspire-pay/api'; console.log(Money.parse(globalThis.money));");
    expect(code.length).toBeGreaterThan(1_000);
    expect(holds(code, lit)).toBe(false);
    expect(holds(code, /lit\$|customElements|HTMLElement|aspire-pay-submit/)).toBe(false);
  });

  it('the class alone registers nothing', () => {
    const code = whole("import { AspirePay } from 'aspire-pay'; globalThis.kept = AspirePay;");
    expect(holds(code, lit)).toBe(true);
    expect(holds(code, registering)).toBe(false);
  });

  it('the registering module stays for its effect', () => {
    expect(holds(whole("import 'aspire-pay/define.js';"), registering)).toBe(true);
  });
});
