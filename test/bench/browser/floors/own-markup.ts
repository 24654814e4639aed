/** The element's own elements and styles, taken from where it had drawn them and put there as one text: what its look costs without a program. */
import { readAnswers } from './wire.js';

declare const drawn: { readonly html: string; readonly styles: readonly string[] };

const root = document.querySelector('aspire-pay')?.attachShadow({ mode: 'open' });
await readAnswers();
if (root) {
  root.adoptedStyleSheets = drawn.styles.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  root.innerHTML = drawn.html;
}
