/**
 * The frame around every view: the lender, how fresh the figures are, Refresh, and the views there are.
 * Live regions are the element's: they must outlive what is drawn here.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { PortfolioState } from '../domain/portfolio.js';
import { safeLink } from '../domain/safe-link.js';
import type { View } from '../domain/user-events.js';
import { isAwaited, turning } from './awaited.js';
import { timeZoneOf, type ViewContext } from './context.js';
import { flag } from './flag.js';
import { icon } from './icons.js';
import { clip, isolate } from './isolate.js';

export interface ShellFacts {
  /** Views to choose from; a single one needs no navigation. */
  readonly views: readonly View[];
  readonly view: View;
  readonly isBusy: boolean;
  readonly asOfNote: string;
  readonly canRefresh: boolean;
  /** Room is kept below the first view, from before the list is there until the payer goes on. */
  readonly isReserved?: boolean;
  /** Only the shape of what is on its way is drawn, and nothing that could have the focus. */
  readonly isShape?: boolean;
  /** The words are not there yet: their room is kept, and nothing but the shape of what is on its way shows. */
  readonly isHushed?: boolean;
  /** Known before the session is; the session's own lender goes first. */
  readonly lender?: { readonly name: string; readonly logoUrl?: string | undefined } | undefined;
}

/** How fresh the figures are, in words: with the day, too, once they are older than they should be. */
export const asOfNote = (state: PortfolioState, context: ViewContext): string => {
  const { words, format } = context;
  if (state.status === 'loading') return words.loading;
  if (state.status === 'signed-out') return '';
  if (!state.asOf) return words.notLoaded;
  const isOld = state.isOffline || state.isStale;
  return words.asOf((isOld ? format.dateTime : format.time)(state.asOf, timeZoneOf(context)));
};

/** The site's own logo, else the lender's, else its name. Empty until somebody is known, so that what stands opposite keeps its side. */
const brand = (facts: ShellFacts, context: ViewContext): TemplateResult => {
  const lender = context.session?.lender ?? facts.lender;
  const logo = safeLink(lender?.logoUrl);
  const name = lender ? html`<strong>${isolate(lender.name)}</strong>` : nothing;
  const own = lender && logo ? html`<img class="logo" src=${logo} alt=${clip(lender.name)} />` : name;
  return html`<div class="brand"><slot name="logo">${own}</slot></div>`;
};

const refresh = (facts: ShellFacts, { words, send }: ViewContext): TemplateResult => html`
  <button type="button" class="quiet" part="button" aria-busy=${flag(facts.isBusy)} @click=${() => send({ type: 'refreshPressed' })}>
    ${icon('refresh', facts.isBusy)}${words.refresh}
  </button>
`;

const viewButton = (view: View, isCurrent: boolean, context: ViewContext): TemplateResult => {
  const event = { type: 'viewChosen', view } as const;
  const isBusy = isAwaited(event, context);
  return html`
    <button
      type="button"
      data-journey=${view === 'contracts' ? nothing : view}
      aria-current=${isCurrent ? 'page' : nothing}
      aria-busy=${flag(isBusy)}
      @click=${() => context.send(event)}
    >
      ${turning(isBusy)}${context.words.views[view]}
    </button>
  `;
};

const navigation = (facts: ShellFacts, context: ViewContext): TemplateResult => html`
  <nav part="nav" aria-label=${clip(context.session?.lender.name ?? facts.lender?.name ?? context.words.theLender)}>
    ${facts.views.map((view) => viewButton(view, view === facts.view, context))}
  </nav>
`;

/** Another element for each note: one as wide as its words would move with them. Where there will be one, its room is kept. */
const freshness = ({ asOfNote: note, isShape }: ShellFacts): unknown =>
  keyed(note, note || isShape === true ? html`<span class="muted small">${note}</span>` : nothing);

const frame = (facts: ShellFacts, body: unknown, context: ViewContext): TemplateResult => html`
  <div class="row ends bar" part="header">
    ${brand(facts, context)} ${freshness(facts)} ${facts.canRefresh ? refresh(facts, context) : nothing}
  </div>
  ${facts.views.length > 1 ? navigation(facts, context) : facts.isReserved === true ? html`<div class="views"></div>` : nothing}
  <div class=${facts.isReserved === true ? 'reserve' : ''}>${body}</div>
`;

/**
 * Language and direction are the element's own, whatever those of the page are. The list comes in place of its shape and doesn't grow
 * out of it, nor does a shape out of one in another direction: the lender's paddings, and lines that wrap, come with it and would move what stands there.
 */
export const shell = (facts: ShellFacts, body: unknown, context: ViewContext): TemplateResult => html`
  <div class="root ${facts.isHushed === true ? 'hush' : ''}" lang=${context.format.locale} dir=${context.direction}>
    ${keyed(facts.isShape === true ? context.format.locale : '', frame(facts, body, context))}
  </div>
`;
