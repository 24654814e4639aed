/**
 * The first view: what is owed in all, then one section a contract; and every state this page can be in instead.
 * Figures are the endpoint's own; nothing is summed here.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Totals } from '../api/index.js';
import { isRetryable } from '../domain/errors.js';
import { payAllCurrencies } from '../domain/pay-all.js';
import type { ContractLine, OpenEntry, PortfolioState } from '../domain/portfolio.js';
import { isAwaited, turning } from './awaited.js';
import { contact, lenderName } from './contact.js';
import { timeZoneOf, type ViewContext } from './context.js';
import { contractSection } from './contract.js';
import { flag } from './flag.js';
import { viewHeading } from './heading.js';
import { isolate } from './isolate.js';
import { notice } from './notice.js';
import { openEntryNotice } from './open-entry.js';
import { paging } from './paging.js';
import { skeleton } from './skeleton.js';
import { bigSum, dueList } from './sums.js';
import { toolbar } from './toolbar.js';

const rowsShown = 200;

/** The rest of the contracts is drawn next. */
const rest = html`<div id="rest" hidden></div>`;

const failed = (state: PortfolioState, context: ViewContext): TemplateResult => {
  const { words, send } = context;
  const { fault } = state;
  const retry = html`
    <div class="row acts">
      <button type="button" class="primary" part="button button-primary" @click=${() => send({ type: 'refreshPressed' })}>
        ${words.tryAgain}
      </button>
    </div>
  `;
  return html`
    <div class="stack measure">
      ${viewHeading(context, words.contracts.failed)}
      <p>${fault ? words.faults[fault.code] : nothing} ${words.contracts.failedHint}</p>
      ${!fault || isRetryable(fault) ? retry : nothing} ${contact(context)}
    </div>
  `;
};

const freshness = (state: PortfolioState, context: ViewContext): unknown => {
  const { words, format } = context;
  if (!state.asOf || !(state.isOffline || state.isStale)) return nothing;
  const moment = format.dateTime(state.asOf, timeZoneOf(context));
  if (state.isOffline) {
    return notice(
      'offline',
      'warn',
      html`<p><strong>${words.contracts.offline(moment)}</strong></p>
        <p>${words.contracts.offlineHint}</p>`,
    );
  }
  const why = state.fault ? html`<p>${words.faults[state.fault.code]}</p>` : nothing;
  return notice(
    'alert',
    'warn',
    html`<p><strong>${words.contracts.stale(moment)}</strong></p>
      ${why}`,
  );
};

/** Payments being checked whose contracts are not on this page: they stay in sight all the same. */
const checkingElsewhere = (state: PortfolioState, context: ViewContext): TemplateResult[] => {
  const isOnPage = (entry: OpenEntry): boolean =>
    entry.contracts.some(({ id }) => state.contracts.some((line) => line.id === id && !('broken' in line)));
  return state.checking.filter((entry) => !isOnPage(entry)).map((entry) => openEntryNotice(entry, context));
};

const notices = (state: PortfolioState, context: ViewContext): unknown => {
  const fresh = freshness(state, context);
  const checking = checkingElsewhere(state, context);
  return fresh === nothing && checking.length === 0 ? nothing : html`<div class="stack head">${fresh}${checking}</div>`;
};

/** Outlined: it is the contracts that have the filled button. */
const payAllButton = (totals: Totals, isOnly: boolean, context: ViewContext): TemplateResult => {
  const { words, format, send } = context;
  const event = { type: 'payAllPressed', currency: totals.open.currency } as const;
  const isBusy = isAwaited(event, context);
  return html`
    <button type="button" part="button" data-journey="paying" aria-busy=${flag(isBusy)} @click=${() => send(event)}>
      ${turning(isBusy)}${words.line.payAll}${isOnly ? nothing : html`<span class="sr"> ${format.money(totals.open)}</span>`}
    </button>
  `;
};

const inCurrency = ({ open }: Totals, { words }: ViewContext): TemplateResult =>
  html`<p class="over">${words.sums.open} (${isolate(open.currency)})</p>`;

/** One block a currency; sums of different ones are never added. */
const summary = (totals: Totals, heading: unknown, state: PortfolioState, context: ViewContext): TemplateResult => {
  const payable = payAllCurrencies(state);
  const isPayable = payable.includes(totals.open.currency);
  return html`
    <div class="cols summary">
      <div class="stack">
        <div>${heading}${bigSum(totals.open, context)}</div>
        ${isPayable ? html`<div>${payAllButton(totals, payable.length === 1, context)}</div>` : nothing}
      </div>
      <div>${dueList(totals, context)}</div>
    </div>
  `;
};

/** How payments work here, or that there are none. */
const rule = (context: ViewContext): unknown => {
  const { words, session } = context;
  if (!session) return nothing;
  const takesPayments = session.features.payments && session.bankAccounts !== 'none';
  const say = takesPayments ? words.contracts.rule : words.contracts.paymentsOff;
  return html`<p class="muted">${say(lenderName(context))}</p>
    ${takesPayments ? nothing : contact(context)}`;
};

const header = (state: PortfolioState, context: ViewContext): TemplateResult => {
  const { words, format } = context;
  const { total, totals, listed } = state;
  if (listed.status === 'closed') {
    return viewHeading(context, words.contracts.closed(total, format.count(total)));
  }
  const heading = viewHeading(context, words.contracts.openOn(total, format.count(total)), 'over');
  const isOne = totals.length === 1;
  // The heading counts the contracts of all currencies: over a sum of one of them it would say too much.
  const sums = totals.map((one) => summary(one, isOne ? heading : inCurrency(one, context), state, context));
  return html` <div class="stack">${isOne ? nothing : heading} ${sums} ${rule(context)}</div> `;
};

const empty = (state: PortfolioState, context: ViewContext): TemplateResult => {
  const { words } = context;
  const isSearch = state.listed.q !== '';
  const isClosed = state.listed.status === 'closed';
  const title = isSearch ? words.contracts.noneFound : isClosed ? words.contracts.noneClosed : words.contracts.none;
  const hint = isSearch ? words.contracts.noneFoundHint : isClosed ? nothing : words.contracts.noneHint;
  return html`
    <div class="stack measure">
      ${viewHeading(context, title)} ${hint === nothing ? nothing : html`<p>${hint}</p>`} ${isSearch ? nothing : contact(context)}
    </div>
  `;
};

const invoiceCount = (line: ContractLine, { windows }: PortfolioState): number =>
  'broken' in line ? 0 : (windows.get(line.id)?.invoices ?? line.invoices.items).length;

/** Rows each contract may draw, so that the page stays under the cap: all of them, or an equal share of what is left over. */
const shareRows = (state: PortfolioState): number[] => {
  const counts = state.contracts.map((line) => invoiceCount(line, state));
  if (counts.reduce((sum, count) => sum + count, 0) <= rowsShown) return counts;
  const share = Math.floor(rowsShown / counts.length);
  let spare = rowsShown - counts.reduce((sum, count) => sum + Math.min(count, share), 0);
  return counts.map((count) => {
    const extra = Math.min(Math.max(0, count - share), spare);
    spare -= extra;
    return Math.min(count, share) + extra;
  });
};

const pages = (state: PortfolioState, { words, format, send }: ViewContext): unknown => {
  const { offset, contracts, total, hasNext, isOffline } = state;
  if ((offset === 0 && !hasNext) || isOffline) return nothing;
  const range = words.contracts.range(...format.range(offset, contracts.length), format.count(total));
  return html`
    <div class="sheet thin">
      ${paging({
        range,
        previous: words.contracts.previous,
        following: words.contracts.following,
        hasPrevious: offset > 0,
        hasNext,
        look: '',
        turn: (to) => send({ type: 'contractsTurned', to }),
      })}
    </div>
  `;
};

/** Heading and figures of a contract, in rows. */
const headRows = 4;

/** Those that begin within so many rows. */
const within = (lines: readonly ContractLine[], shares: readonly number[], portion: number): readonly ContractLine[] => {
  let rows = 0;
  return lines.filter((_line, index) => {
    const isWithin = rows < portion;
    rows += (shares[index] ?? 0) + headRows;
    return isWithin;
  });
};

const list = (state: PortfolioState, context: ViewContext, portion: number): TemplateResult => {
  const { contracts } = state;
  const isEmpty = contracts.length === 0 && state.offset === 0;
  const shares = shareRows(state);
  const drawn = within(contracts, shares, portion);
  return html`
    ${notices(state, context)}
    <div class="stack head">
      ${isEmpty ? empty(state, context) : header(state, context)} ${state.isOffline || state.isNamed ? nothing : toolbar(state, context)}
    </div>
    ${repeat(
      drawn,
      ({ id }) => id,
      (line, index) => contractSection({ line, index, limit: shares[index] ?? 0 }, state, context),
    )}
    ${drawn.length < contracts.length ? rest : pages(state, context)}
  `;
};

/** `portion`: so many rows are drawn by now, and what comes below them is not yet there. */
export const contractList = (state: PortfolioState, context: ViewContext, portion = Infinity): TemplateResult | typeof nothing => {
  switch (state.status) {
    case 'loading':
      return skeleton(context);
    case 'signed-out':
      // In its place stands the way in.
      return nothing;
    case 'failed':
      return html`${notices(state, context)}${failed(state, context)}`;
    case 'ready':
      return list(state, context, portion);
  }
};
