/**
 * The payments made so far and what became of each; and every state this page can be in instead.
 * Statuses are the endpoint's: nothing is shown as sent, canceled or returned before it says so.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { isRetryable } from '../domain/errors.js';
import type { ShownHistory } from '../domain/history.js';
import { contact } from './contact.js';
import { timeZoneOf, type ViewContext } from './context.js';
import { viewHeading } from './heading.js';
import { notice } from './notice.js';
import { openEntryNotice } from './open-entry.js';
import { paging } from './paging.js';
import { paymentsTable } from './payments-table.js';
import { receipt } from './receipt.js';
import { bones } from './skeleton.js';

/** An endpoint may send longer pages than it was asked for. */
const rowsShown = 100;

/** How fresh the list is, in words: with the day, too, once it is older than it should be. */
export const paymentsAsOf = ({ status, asOf, isStale, isOffline }: ShownHistory, context: ViewContext): string => {
  const { words, format } = context;
  if (!asOf) return status === 'failed' ? words.notLoaded : words.history.loading;
  return words.asOf((isStale || isOffline ? format.dateTime : format.time)(asOf, timeZoneOf(context)));
};

const freshness = (state: ShownHistory, context: ViewContext): unknown => {
  const { words, format } = context;
  if (!state.asOf || !(state.isOffline || state.isStale)) return nothing;
  const moment = format.dateTime(state.asOf, timeZoneOf(context));
  const title = state.isOffline ? words.history.offline(moment) : words.history.stale(moment);
  const why = state.isOffline ? words.history.offlineHint : state.fault && words.faults[state.fault.code];
  return notice(
    state.isOffline ? 'offline' : 'alert',
    'warn',
    html`<p><strong>${title}</strong></p>
      ${why ? html`<p>${why}</p>` : nothing}`,
  );
};

const notices = (state: ShownHistory, context: ViewContext): unknown => {
  const fresh = freshness(state, context);
  if (fresh === nothing && state.checking.length === 0) return nothing;
  return html`<div class="stack head">${fresh}${state.checking.map((entry) => openEntryNotice(entry, context))}</div>`;
};

const pages = (state: ShownHistory, { words, format, send }: ViewContext): unknown => {
  const { offset, payments, hasNext, isOffline } = state;
  if ((offset === 0 && !hasNext) || isOffline) return nothing;
  return paging({
    range: words.history.range(...format.range(offset, payments.length)),
    previous: words.history.previous,
    following: words.history.following,
    hasPrevious: offset > 0,
    hasNext,
    look: 'quiet small',
    turn: (to) => send({ type: 'paymentsTurned', to }),
  });
};

const list = (whole: ShownHistory, context: ViewContext): TemplateResult => {
  const { words } = context;
  const state = { ...whole, payments: whole.payments.slice(0, rowsShown) };
  const isEmpty = state.payments.length === 0 && state.offset === 0;
  return html`
    ${notices(state, context)}
    <div class="stack head measure">
      ${viewHeading(context, isEmpty ? words.history.none : words.views.payments)}
      ${isEmpty ? html`<p>${words.history.noneHint}</p>` : nothing}
    </div>
    ${isEmpty ? nothing : paymentsTable(state, context)} ${pages(state, context)}
  `;
};

const failed = (state: ShownHistory, context: ViewContext): TemplateResult => {
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
    ${notices(state, context)}
    <div class="stack measure">
      ${viewHeading(context, words.history.failed)}
      <p>${fault ? words.faults[fault.code] : nothing} ${words.history.failedHint}</p>
      ${!fault || isRetryable(fault) ? retry : nothing} ${contact(context)}
    </div>
  `;
};

/** Out of hearing: the heading and the live region say it in words. */
const skeleton = (context: ViewContext): TemplateResult => html`
  <div class="stack head">${viewHeading(context, context.words.views.payments)}</div>
  ${bones(8)}
`;

export const payments = (state: ShownHistory, context: ViewContext): TemplateResult => {
  if (state.receipt) return receipt(state.receipt, state.isStale, context);
  switch (state.status) {
    case 'loading':
      return skeleton(context);
    case 'failed':
      return failed(state, context);
    case 'ready':
      return list(state, context);
  }
};
