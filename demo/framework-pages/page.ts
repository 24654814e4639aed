/**
 * The list of the pages in demo/frameworks: what builds and tries each, and the source that matters. They live apart, each with its own
 * packages, so that the element's own install stays small; so they are shown here, and not run. Must not know a framework.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { html, raw } from 'hono/html';
import { drawPage, drawPlaces, type Html } from '../drawn-page.js';
import { highlight } from '../guides/highlight.js';

interface Surroundings {
  readonly folder: string;
  readonly title: string;
  readonly about: string;
  /** Of the folder; the one in which the element stands comes first. */
  readonly sources: readonly string[];
  /** In the folder, after a build of the element; none where there is nothing to build. */
  readonly commands: readonly string[];
}

const build = ['npm ci', 'npm run build'] as const;

export const surroundings: readonly Surroundings[] = [
  {
    folder: 'react',
    title: 'React 19',
    about: 'Properties and handlers by their own names, also under StrictMode.',
    sources: ['src/account.tsx', 'src/main.tsx'],
    commands: [...build, 'npm run check'],
  },
  {
    folder: 'vue',
    title: 'Vue 3',
    about: 'A tag that Vue is told to leave alone.',
    sources: ['src/account.vue', 'vite.config.js'],
    commands: [...build, 'npm run check'],
  },
  {
    folder: 'svelte',
    title: 'Svelte 5',
    about: 'Properties and handlers on the tag.',
    sources: ['src/account.svelte', 'src/main.ts'],
    commands: [...build, 'npm run check'],
  },
  {
    folder: 'angular',
    title: 'Angular',
    about: 'A directive gives templates the types.',
    sources: ['src/account.ts', 'src/aspire-pay.directive.ts'],
    commands: build,
  },
  {
    folder: 'plain',
    title: 'No framework',
    about: 'One script, and properties set on the tag.',
    sources: ['index.html', 'main.js'],
    commands: [],
  },
  {
    folder: 'cms',
    title: 'A content management system',
    about: 'A tag pasted into a page under a strict policy; the site’s cookie signs the payer in.',
    sources: ['index.html', 'theme.js'],
    commands: [],
  },
];

const markedUp = /\.(html|vue|svelte|tsx)$/;

const drawCode = (code: string, language: string): Html =>
  html`<pre tabindex="0" role="group" aria-label="Example"><code>${raw(highlight(code.trimEnd(), language))}</code></pre>`;

const drawSource = async (root: string, folder: string, file: string): Promise<Html> => {
  const text = await readFile(join(root, 'demo', 'frameworks', folder, file), 'utf8');
  return html`<h3><code>demo/frameworks/${folder}/${file}</code></h3>
    ${drawCode(text, markedUp.test(file) ? 'html' : 'ts')}`;
};

const drawSteps = ({ folder, commands }: Surroundings): Html =>
  commands.length === 0
    ? html`<p>There is nothing to build: a web server sends the files as they are, and <code>/aspire-pay.iife.js</code> beside them.</p>`
    : html`<p>After <code>npm run build</code> in the project’s folder; what a web server sends is then in <code>dist/</code>:</p>
        ${drawCode([`cd demo/frameworks/${folder}`, ...commands].join('\n'), 'sh')}`;

const drawOne = async (root: string, one: Surroundings): Promise<Html> => {
  const sources = await Promise.all(one.sources.map((file) => drawSource(root, one.folder, file)));
  return html`<h2 id="${one.folder}">${one.title}</h2>
    <p>${one.about}</p>
    ${drawSteps(one)} ${sources}`;
};

const about = 'The same small page in six surroundings, each built by its own tools.';

export const drawFrameworkPages = async (root: string): Promise<Html> => {
  const parts = await Promise.all(surroundings.map((one) => drawOne(root, one)));
  return drawPage(
    { title: 'Framework pages', about, sheets: ['/site/plain.css', '/guides/guides.css', '/guides/widths.css', '/guides/prose.css'] },
    html`<a class="skip" href="#pages">Skip to the pages</a>
      <header class="top">
        <a class="name" href="/guides/">aspire-pay <span>Framework pages</span></a> ${drawPlaces('/frameworks/')}
      </header>
      <main class="list" id="pages" tabindex="-1">
        <article class="prose">
          <h1>Framework pages</h1>
          <p>
            ${about} They live apart, so that the element’s own install stays small: this site shows their source and does not run them.
          </p>
          <p>
            One command installs and builds all of them, shows that a wrong value fails, and pays a contract on each in a browser, once:
          </p>
          ${drawCode('npm run build\nnpm run test:frameworks', 'sh')}
          <p>
            To look at one in your own browser, serve it on one address with your endpoint. <code>/my/token</code>, which the pages ask for
            the payer’s token, is your site’s to answer.
          </p>
          <p>${surroundings.map(({ folder, title }, place) => html`${place > 0 ? ' · ' : ''}<a href="#${folder}">${title}</a>`)}</p>
          ${parts}
        </article>
      </main>`,
  );
};
