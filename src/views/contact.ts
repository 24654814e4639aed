/** How to reach the lender: phone, e-mail, help page, as far as the session names them. */
import { html, nothing, type TemplateResult } from 'lit';
import { safeLink } from '../domain/safe-link.js';
import type { ViewContext } from './context.js';
import { clip, isolate } from './isolate.js';

export const lenderName = ({ session, words }: ViewContext): TemplateResult => isolate(session?.lender.name ?? words.theLender);

/** Addresses are made from the parts that belong in them, so that a hostile text stays text. */
const phoneLink = (phone: string): TemplateResult =>
  html`<a class="tap" href="tel:${clip(phone).replace(/[^\d+]/g, '')}">${isolate(phone)}</a>`;

const emailLink = (email: string): TemplateResult =>
  html`<a class="tap" href="mailto:${encodeURIComponent(clip(email)).replace('%40', '@')}">${isolate(email)}</a>`;

export const contact = (context: ViewContext): TemplateResult | typeof nothing => {
  const { supportPhone, supportEmail, helpUrl } = context.session?.lender ?? {};
  const help = safeLink(helpUrl);
  const ways = [
    supportPhone ? phoneLink(supportPhone) : undefined,
    supportEmail ? emailLink(supportEmail) : undefined,
    help ? html`<a class="tap" href=${help} target="_blank" rel="noopener noreferrer">${context.words.helpPage}</a>` : undefined,
  ].filter((way) => way !== undefined);
  if (ways.length === 0) return nothing;
  return html`<p class="row small"><span>${context.words.contact(lenderName(context))}</span>${ways}</p>`;
};
