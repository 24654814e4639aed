/**
 * The page around a guide: the way to the other guides and the demo, what stands on this page, the guide itself. No script.
 */
import { html, raw } from 'hono/html';
import { drawPage, drawPlaces, type Html } from '../drawn-page.js';
import type { Guide } from './render.js';

export interface Listed extends Guide {
  readonly slug: string;
}

const sheets = ['/site/plain.css', '/guides/guides.css', '/guides/widths.css', '/guides/prose.css'];

const frame = (title: string, about: string, content: unknown): Html =>
  drawPage(
    { title, about, sheets },
    html`<a class="skip" href="#guide">Skip to the guide</a>
      <header class="top">
        <a class="name" href="/guides/">aspire-pay <span>Guides</span></a> ${drawPlaces('/guides/')}
      </header>
      ${content}`,
  );

const drawNavigation = (guides: readonly Listed[], here: Listed): Html =>
  html`<nav class="guides" aria-label="Guides">
    <ul>
      ${guides.map(({ slug, title }) =>
        slug === here.slug
          ? html`<li><a href="/guides/${slug}" aria-current="page">${title}</a></li>`
          : html`<li><a href="/guides/${slug}">${title}</a></li>`,
      )}
    </ul>
  </nav>`;

const drawHeadings = ({ headings }: Guide): Html =>
  html`<ul>
    ${headings.filter(({ level }) => level === 2).map(({ id, text }) => html`<li><a href="#${id}">${text}</a></li>`)}
  </ul>`;

/** Beside the guide where there is room, else folded away above it: one of the two is on screen. */
const drawContents = (guide: Guide): Html =>
  html`<nav class="contents wide" aria-labelledby="contents-title">
      <h2 id="contents-title">On this page</h2>
      ${drawHeadings(guide)}
    </nav>
    <nav class="contents" aria-label="On this page">
      <details>
        <summary>On this page</summary>
        ${drawHeadings(guide)}
      </details>
    </nav>`;

const drawNext = (guides: readonly Listed[], here: Listed): Html | string => {
  const next = guides[guides.indexOf(here) + 1];
  return next === undefined ? '' : html`<p class="next">Next: <a href="/guides/${next.slug}">${next.title}</a></p>`;
};

export const drawGuide = (guides: readonly Listed[], here: Listed): Html =>
  frame(
    here.title,
    here.summary,
    html`<div class="desk">
      <div class="side">${drawNavigation(guides, here)} ${drawContents(here)}</div>
      <main id="guide" tabindex="-1">
        <article class="prose">${raw(here.html)}</article>
        ${drawNext(guides, here)}
      </main>
    </div>`,
  );

export const drawList = (guides: readonly Listed[]): Html =>
  frame(
    'Guides',
    'For the people who adopt the element.',
    html`<main class="list" id="guide" tabindex="-1">
      <h1>Guides</h1>
      <p>For the people who adopt the element: the site’s developer, the endpoint’s, whoever runs it, and whoever answers the phone.</p>
      <ol>
        ${guides.map(
          ({ slug, title, summary }) =>
            html`<li>
              <h2><a href="/guides/${slug}">${title}</a></h2>
              <p>${summary}</p>
            </li>`,
        )}
      </ol>
    </main>`,
  );
