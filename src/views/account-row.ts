/** One saved bank account in the table: what it is, whether it can be used, and its removal, which is asked for in its place. */
import { html, nothing, type TemplateResult } from 'lit';
import type { BankAccount } from '../api/index.js';
import type { Removal } from '../domain/bank-accounts.js';
import type { Fault } from '../domain/errors.js';
import { accountKind, accountName } from './account-field.js';
import type { ViewContext } from './context.js';
import { flag } from './flag.js';
import { icon, type IconName } from './icons.js';
import { clip, isolate } from './isolate.js';
import { notice } from './notice.js';
import { status, wordFor, type Tone } from './status.js';

const looks: Readonly<Record<string, readonly [IconName, Tone]>> = {
  usable: ['check', 'good'],
  unverified: ['alert', 'warn'],
  rejected: ['slash', 'bad'],
};

/** Word, what it means, and the lender's help: whatever isn't usable says so in the word itself or beneath it. */
const accountStatus = ({ status: name, help }: BankAccount, { words }: ViewContext): TemplateResult => {
  const [icon, tone] = (Object.hasOwn(looks, name) ? looks[name] : undefined) ?? ['minus', 'calm'];
  const hint = wordFor(words.accounts.hints, name, '');
  const isPlain = hint === '' && (help === undefined || name === 'usable');
  return html`<div>
    ${status(icon, tone, wordFor(words.accounts.statuses, name, words.accounts.statusUnknown))}
    ${isPlain ? nothing : html`<small>${hint} ${help === undefined ? nothing : isolate(help)}</small>`}
  </div>`;
};

export interface AccountRow {
  readonly account: BankAccount;
  readonly index: number;
  /** The removal of this very account. */
  readonly removal: Removal | undefined;
  readonly canRemove: boolean;
  readonly hasHolders: boolean;
  readonly hasCurrencies: boolean;
}

const name = ({ account, index }: AccountRow, context: ViewContext): TemplateResult => {
  const { bankName, label } = account;
  const bank = bankName === undefined || label.includes(bankName) ? nothing : html`<small>${isolate(bankName)}</small>`;
  return html`<th role="rowheader" scope="row"><span id="account-${index}-name">${accountName(account, context)}</span>${bank}</th>`;
};

const kind = ({ account, hasCurrencies }: AccountRow, context: ViewContext): string => {
  const words = accountKind(account, context);
  return hasCurrencies ? context.words.accounts.typeIn(words, clip(account.currency)) : words;
};

/** It gives way to the question, and is back with the answer. */
const remove = ({ account, index, removal, canRemove }: AccountRow, context: ViewContext): TemplateResult => html`
  <td role="cell" class="end">
    ${
      canRemove && !removal
        ? html`<button
            type="button"
            class="quiet"
            part="button"
            id="remove-${index}"
            @click=${() => context.send({ type: 'removeAccountPressed', accountId: account.id })}
          >
            ${context.words.accounts.remove}<span class="sr"> ${accountName(account, context)}</span>
          </button>`
        : nothing
    }
  </td>
`;

const question = ({ account }: AccountRow, isSending: boolean, context: ViewContext): TemplateResult => {
  const { words, send } = context;
  return notice(
    'alert',
    '',
    html`
      <p id="removal-title"><strong>${words.accounts.ask(accountName(account, context))}</strong></p>
      <p class="small">${words.accounts.askHint}</p>
      <div class="row acts">
        <button
          type="button"
          part="button"
          aria-disabled=${flag(isSending)}
          @click=${() => {
            if (!isSending) send({ type: 'removalConfirmed' });
          }}
        >
          ${isSending ? [icon('turning'), words.accounts.removing] : words.accounts.confirm}
        </button>
        ${
          isSending
            ? nothing
            : html`<button type="button" part="button" @click=${() => send({ type: 'removalDismissed' })}>${words.accounts.keep}</button>`
        }
      </div>
    `,
  );
};

const kept = (fault: Fault | undefined, { words, send }: ViewContext): TemplateResult => {
  const isInUse = fault === undefined;
  const reason = (of: Fault): unknown => (of.detail ? isolate(of.detail) : words.faults[of.code]);
  const again = html`<button type="button" part="button" @click=${() => send({ type: 'removalConfirmed' })}>${words.tryAgain}</button>`;
  return notice(
    isInUse ? 'info' : 'alert',
    isInUse ? '' : 'bad',
    html`
      <p id="removal-title"><strong>${isInUse ? words.accounts.inUse : words.accounts.notRemoved}</strong></p>
      <p class="small">${isInUse ? words.accounts.inUseHint : reason(fault)}</p>
      <div class="row acts">
        ${isInUse ? nothing : again}
        <button type="button" part="button" @click=${() => send({ type: 'removalDismissed' })}>${words.accounts.close}</button>
      </div>
    `,
  );
};

const answer = (row: AccountRow, removal: Removal, context: ViewContext): TemplateResult => {
  switch (removal.step) {
    case 'asked':
    case 'sending':
      return question(row, removal.step === 'sending', context);
    case 'in-use':
      return kept(undefined, context);
    case 'failed':
      return kept(removal.fault, context);
  }
};

/** A row of its own below the account; takes the focus when the question comes up. */
const removalRow = (row: AccountRow, removal: Removal, columns: number, context: ViewContext): TemplateResult => html`
  <tr role="row" class="below">
    <td role="cell" colspan=${columns}>
      <div id="removal" tabindex="-1" role="group" aria-labelledby="removal-title">${answer(row, removal, context)}</div>
    </td>
  </tr>
`;

export const accountRow = (row: AccountRow, columns: number, context: ViewContext): TemplateResult => {
  const { account, removal, hasHolders } = row;
  const { words } = context;
  return html`
    <tr role="row">
      ${name(row, context)}
      ${hasHolders ? html`<td role="cell" data-label=${words.fields.holderName}>${isolate(account.holderName ?? '')}</td>` : nothing}
      <td role="cell" class="kind" data-label=${words.accounts.type}>${kind(row, context)}</td>
      <td role="cell" data-label=${words.accounts.status}>${accountStatus(account, context)}</td>
      ${remove(row, context)}
    </tr>
    ${removal ? removalRow(row, removal, columns, context) : nothing}
  `;
};
