/**
 * Prints the element alone, whatever page it stands on: for as long as the printing takes, everything beside the way down to it is left out.
 * Knows nothing of what is printed.
 */
import type { ReactiveControllerHost } from 'lit';
import { wayUp } from './way-up.js';

const mark = 'data-aspire-pay-printing';

/** What the site has put into the element's slots is part of it. */
const own = 'data-aspire-pay-printed';

/** What lies on the way keeps its place and loses its look: a page may clip, float or frame what is within. */
const rules = `
  :not([${mark}], [${own}], [${own}] *) { display: none !important; }
  [${mark}] {
    display: block !important; position: static !important; float: none !important; overflow: visible !important; transform: none !important;
    inline-size: auto !important; block-size: auto !important; min-inline-size: 0 !important; min-block-size: 0 !important;
    max-inline-size: none !important; max-block-size: none !important;
    margin: 0 !important; padding: 0 !important; border: 0 !important; background: none !important; box-shadow: none !important;
  }
`;

/** The page is as it was when the printing has ended, or the element has left. */
export const print = (host: HTMLElement & ReactiveControllerHost): void => {
  const sheet = new CSSStyleSheet({ media: 'print' });
  sheet.replaceSync(rules);
  const way = wayUp(host);
  const roots = [...new Set(way.map((element) => element.getRootNode()))].filter(
    (root): root is Document | ShadowRoot => root instanceof Document || root instanceof ShadowRoot,
  );
  for (const element of way) element.toggleAttribute(mark, true);
  const slotted = [...host.children];
  for (const element of slotted) element.toggleAttribute(own, true);
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const restore = (): void => {
    window.removeEventListener('afterprint', restore);
    host.removeController(leaving);
    for (const element of way) element.toggleAttribute(mark, false);
    for (const element of slotted) element.toggleAttribute(own, false);
    for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
  };
  const leaving = { hostDisconnected: restore };
  host.addController(leaving);
  // Printing may go on after the call has returned.
  window.addEventListener('afterprint', restore);
  window.print();
};
