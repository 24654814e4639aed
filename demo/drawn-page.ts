/**
 * The frame of the demo's pages that are drawn from data: their head, and the way to the other parts of the demo. No script.
 * Must not know what a page is about.
 */
import { html } from 'hono/html';

export type Html = ReturnType<typeof html>;

const places = [
  ['/', 'Partner’s site'],
  ['/guides/', 'Guides'],
  ['/theme-editor/', 'Theme editor'],
  ['/accessibility/', 'Accessibility'],
  ['/hosts/', 'Host pages'],
  ['/frameworks/', 'Framework pages'],
  ['/back-office/', 'Back office'],
] as const;

/** All but the part one is in. */
export const drawPlaces = (here: (typeof places)[number][0]): Html =>
  html`<nav aria-label="Demonstration">
    ${places.filter(([path]) => path !== here).map(([path, name]) => html`<a href="${path}">${name}</a> `)}
  </nav>`;

export interface PageHead {
  readonly title: string;
  readonly about: string;
  /** Paths, in the order in which they hold. */
  readonly sheets: readonly string[];
}

export const drawPage = ({ title, about, sheets }: PageHead, body: Html): Html =>
  html`<!doctype html>
    <html lang="en-US">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} | aspire-pay</title>
        <meta name="description" content="${about}" />
        <link rel="icon" href="/site/icon.svg" type="image/svg+xml" />
        ${sheets.map((path) => html`<link rel="stylesheet" href="${path}" />`)}
      </head>
      <body>
        ${body}
      </body>
    </html>`;
