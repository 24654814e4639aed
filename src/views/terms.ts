/** Every character of what is authorized, in its own paragraphs: the same to read before it is accepted and on the receipt. */
import { html, nothing, type TemplateResult } from 'lit';

/** `language`: where it is another than that of the words around it, perhaps. */
export const terms = (text: string, language?: string): TemplateResult => html`
  <div class="measure terms stack" dir="auto" lang=${language ?? nothing}>${text.split('\n').map((part) => html`<p>${part}</p> `)}</div>
`;
