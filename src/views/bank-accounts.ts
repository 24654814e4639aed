/**
 * The payer's saved bank accounts: a table of them, what has just become of one, and every state this page can be in instead.
 * Numbers never come here: an account is known by its label and last four.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AccountNews, BankAccountsState } from '../domain/bank-accounts.js';
import { isRetryable } from '../domain/errors.js';
import { accountName } from './account-field.js';
import { accountForm } from './account-form.js';
import { accountRow } from './account-row.js';
import { contact } from './contact.js';
import { timeZoneOf, type ViewContext } from './context.js';
import { viewHeading } from './heading.js';
import { isolate } from './isolate.js';
import { notice } from './notice.js';
import { paging } from './paging.js';
import { bones } from './skeleton.js';

const rowsShown = 200;

/** How fresh the list is, in words; nothing while the form has the screen to itself. */
export const accountsAsOf = ({ status, asOf, isStale, isOffline }: BankAccountsState, context: ViewContext): string => {
  const { words, format } = context;
  if (!asOf) return status === 'failed' ? words.notLoaded : words.accounts.loading;
  const moment = isOffline || isStale ? format.dateTime : format.time;
  return words.asOf(moment(asOf, timeZoneOf(context)));
};

const add = (look: string, { words, send }: ViewContext): TemplateResult => html`
  <button
    type="button"
    class=${look}
    part=${look === 'primary' ? 'button button-primary' : 'button'}
    @click=${() => send({ type: 'addAccountPressed' })}
  >
    ${words.accounts.add}
  </button>
`;

const newsOf = ({ kind, account }: AccountNews, context: ViewContext): TemplateResult => {
  const { words } = context;
  const name = accountName(account, context);
  const isUsable = account.status === 'usable';
  const help = !isUsable && account.help !== undefined ? html`<p>${isolate(account.help)}</p>` : nothing;
  switch (kind) {
    case 'removed':
      return notice('check', 'good', html`<p>${words.accounts.removed(name)}</p>`);
    case 'known':
      return notice(
        'info',
        '',
        html`<p>${words.accounts.known(name)}</p>
          ${help}`,
      );
    case 'added':
      return isUsable
        ? notice('check', 'good', html`<p>${words.accounts.added(name)}</p>`)
        : notice(
            'alert',
            'warn',
            html`<p>${words.accounts.addedUnusable(name)}</p>
              ${help}`,
          );
  }
};

const freshness = (state: BankAccountsState, context: ViewContext): unknown => {
  const { words, format } = context;
  if (!state.asOf || !(state.isOffline || state.isStale)) return nothing;
  const moment = format.dateTime(state.asOf, timeZoneOf(context));
  const title = state.isOffline ? words.accounts.offline(moment) : words.accounts.stale(moment);
  const why = state.isOffline ? words.accounts.offlineHint : state.fault && words.faults[state.fault.code];
  return notice(
    state.isOffline ? 'offline' : 'alert',
    'warn',
    html`<p><strong>${title}</strong></p>
      ${why ? html`<p>${why}</p>` : nothing}`,
  );
};

const notices = (state: BankAccountsState, context: ViewContext): unknown => {
  const fresh = freshness(state, context);
  const news = state.news ? newsOf(state.news, context) : nothing;
  return fresh === nothing && news === nothing ? nothing : html`<div class="stack head">${fresh}${news}</div>`;
};

const table = (state: BankAccountsState, context: ViewContext): TemplateResult => {
  const { words } = context;
  const accounts = state.accounts.slice(0, rowsShown);
  const hasHolders = accounts.some(({ holderName }) => holderName !== undefined);
  const hasCurrencies = new Set(accounts.map(({ currency }) => currency)).size > 1;
  const heads = [words.bankAccount, ...(hasHolders ? [words.fields.holderName] : []), words.accounts.type, words.accounts.status];
  return html`
    <div class="table accounts" part="table">
      <table role="table">
        <caption>
          <span class="sr">${words.accounts.caption}</span>
        </caption>
        <thead>
          <tr role="row">
            ${heads.map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}
            <th role="columnheader" scope="col" class="end"><span class="sr">${words.accounts.action}</span></th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            accounts,
            ({ id }) => id,
            (account, index) => {
              const removal = state.removal?.accountId === account.id ? state.removal : undefined;
              const row = { account, index, removal, canRemove: !state.isOffline, hasHolders, hasCurrencies };
              return accountRow(row, heads.length + 1, context);
            },
          )}
        </tbody>
      </table>
    </div>
  `;
};

const pages = (state: BankAccountsState, { words, format, send }: ViewContext): unknown => {
  const { offset, accounts, hasNext, isOffline } = state;
  if ((offset === 0 && !hasNext) || isOffline) return nothing;
  return paging({
    range: words.accounts.range(...format.range(offset, accounts.length)),
    previous: words.accounts.previous,
    following: words.accounts.following,
    hasPrevious: offset > 0,
    hasNext,
    look: 'quiet',
    turn: (to) => send({ type: 'accountsTurned', to }),
  });
};

const list = (state: BankAccountsState, context: ViewContext): TemplateResult => {
  const { words } = context;
  const isEmpty = state.accounts.length === 0 && state.offset === 0;
  const title = isEmpty ? words.accounts.none : words.views['bank-accounts'];
  return html`
    <div class="row ends head">${viewHeading(context, title)} ${isEmpty || state.isOffline ? nothing : add('primary', context)}</div>
    ${notices(state, context)}
    ${
      isEmpty
        ? html`<div class="stack measure">
            <p>${words.accounts.noneHint}</p>
            ${state.isOffline ? nothing : html`<div class="row acts">${add('primary', context)}</div>`}
          </div>`
        : table(state, context)
    }
    ${pages(state, context)}
  `;
};

const failed = ({ fault }: BankAccountsState, context: ViewContext): TemplateResult => {
  const { words, send } = context;
  const retry = html`
    <div class="row acts">
      <button type="button" class="primary" part="button button-primary" @click=${() => send({ type: 'accountsRetried' })}>
        ${words.tryAgain}
      </button>
    </div>
  `;
  return html`
    <div class="stack measure">
      ${viewHeading(context, words.accounts.failed)}
      <p>${fault ? words.faults[fault.code] : nothing} ${words.accounts.failedHint}</p>
      ${!fault || isRetryable(fault) ? retry : nothing} ${contact(context)}
    </div>
  `;
};

export const bankAccounts = (state: BankAccountsState, context: ViewContext): TemplateResult => {
  if (state.form) return accountForm(state.form, context);
  switch (state.status) {
    case 'loading':
      return html`<div class="head">${viewHeading(context, context.words.views['bank-accounts'])}</div>
        ${bones(3)}`;
    case 'failed':
      return failed(state, context);
    case 'ready':
      return list(state, context);
  }
};
