/**
 * The page around a guide: the way to the other guides and the demo, what stands on this page, the guide itself. No script.
 */
import { html, raw } from 'hono/html';
import type { Guide } from './render.js';

export interface Listed extends Guide {
  readonly slug: string;
}

type Html = ReturnType<typeof html>;

const frame = (title: string, about: string, content: unknown): Html =>
  html`<!doctype html>
    <html lang="en-US">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} | aspire-pay</title>
        <meta name="description" content="${about}" />
        <link rel="icon" href="/site/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/guides/guides.css" />
        <link rel="stylesheet" href="/guides/widths.css" />
        <link rel="stylesheet" href="/guides/prose.css" />
      </head>
      <body>
        <a class="skip" href="#guide">Skip to the guide</a>
        <header class="top">
          <a class="name" href="/guides/">aspire-pay <span>Guides</span></a>
          <nav aria-label="Demonstration">
            <a href="/">Partner’s site</a>
            <a href="/theme-editor/">Theme editor</a>
            <a href="/accessibility/">Accessibility</a>
            <a href="/hosts/">Host pages</a>
            <a href="/back-office/">Back office</a>
          </nav>
        </header>
        ${content}
      </body>
    </html>`;

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

const drawPlaces = ({ headings }: Guide): Html =>
  html`<ul>
    ${headings.filter(({ level }) => level === 2).map(({ id, text }) => html`<li><a href="#${id}">${text}</a></li>`)}
  </ul>`;

/** Beside the guide where there is room, else folded away above it: one of the two is on screen. */
const drawContents = (guide: Guide): Html =>
  html`<nav class="contents wide" aria-labelledby="contents-title">
      <h2 id="contents-title">On this page</h2>
      ${drawPlaces(guide)}
    </nav>
    <nav class="contents" aria-label="On this page">
      <details>
        <summary>On this page</summary>
        ${drawPlaces(guide)}
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
