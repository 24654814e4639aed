/**
 * Host pages: the same page under another site's rules, which stand in a style sheet each; and the list of them.
 * Must not know what those rules do.
 */
import { html } from 'hono/html';
import { drawPage, type Html } from '../drawn-page.js';

interface Host {
  readonly title: string;
  readonly about: string;
  readonly direction?: 'rtl';
}

const pages = {
  bootstrap: { title: 'Bootstrap’s reset', about: 'Reboot as Bootstrap 5 has it: its own type, its own table, list and button rules.' },
  tailwind: {
    title: 'Tailwind’s preflight',
    about: 'Everything has a border of nothing, headings and lists have no look, media are blocks.',
  },
  unset: { title: 'Everything unset', about: 'Every property of every element on the page is unset, the tag’s own among them.' },
  margins: {
    title: 'Margins, content-box, capitals',
    about: 'A universal rule gives everything a margin, another box and capital letters.',
  },
  'ten-pixels': {
    title: 'A root of ten pixels',
    about: 'The old trick that makes 1 rem ten pixels, with a body of 1.6 rem left out.',
  },
  'right-to-left': {
    title: 'Right to left',
    about: 'The page is written from right to left; the words are still English.',
    direction: 'rtl',
  },
} as const satisfies Record<string, Host>;

export type HostName = keyof typeof pages;

export const hosts = Object.keys(pages) as readonly HostName[];

export const drawHost = (name: HostName): Html => {
  const { title, about, direction }: Host = pages[name];
  return html`<!doctype html>
    <html lang="en-US" dir="${direction ?? 'ltr'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} | Host pages</title>
        <link rel="icon" href="/site/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/hosts/${name}.css" />
        <script type="module" src="/hosts/hosts.js"></script>
        <script defer src="/aspire-pay.iife.js"></script>
      </head>
      <body>
        <header id="own">
          <h1>${title}</h1>
          <p>${about}</p>
          <p>
            <a href="/hosts/">All host pages</a> <button type="button">A button of the site’s</button>
            <input aria-label="A field of the site’s" value="A field of the site’s" />
          </p>
          <table>
            <tbody>
              <tr>
                <th scope="row">A table</th>
                <td>of the site’s</td>
              </tr>
            </tbody>
          </table>
        </header>
        <main>
          <aspire-pay endpoint="/api/aspire-pay/v1"></aspire-pay>
        </main>
      </body>
    </html>`;
};

const drawLine = (name: HostName): Html => html`<li><a href="/hosts/${name}">${pages[name].title}</a>: ${pages[name].about}</li>`;

const about = 'The same element under style sheets that mean no harm and do some. It keeps its look, and leaves theirs alone.';

export const drawHostList = (): Html =>
  drawPage(
    { title: 'Host pages that fight', about, sheets: ['/hosts/hosts.css'] },
    html`<main>
      <h1>Host pages that fight</h1>
      <p>${about}</p>
      <ul>
        ${hosts.map(drawLine)}
      </ul>
      <p><a href="/">Partner’s site</a> · <a href="/theme-editor/">Theme editor</a></p>
    </main>`,
  );
