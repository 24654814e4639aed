/** Search and sort, drawn only where there is more than a page to find one's way in, and the switch to closed contracts. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ContractQuery, ContractSort, PortfolioState } from '../domain/portfolio.js';
import type { ViewContext } from './context.js';

const sorts = ['dueDate', 'number', 'open'] as const satisfies readonly ContractSort[];

const isNarrowed = ({ q, status }: ContractQuery): boolean => q !== '' || status === 'closed';

/** Whoever empties the search is in its field until the whole list is there. */
const hasMany = ({ query, listed, total, contracts, offset, hasNext }: PortfolioState): boolean =>
  isNarrowed(query) || isNarrowed(listed) || hasNext || offset > 0 || total > contracts.length;

const searchField = (q: string, { words, send }: ViewContext): TemplateResult => html`
  <div class="field">
    <label for="search">${words.contracts.search}</label>
    <input
      id="search"
      type="search"
      part="field"
      autocomplete="off"
      maxlength="64"
      .value=${q}
      @change=${({ target }: Event) => send({ type: 'searched', q: (target as HTMLInputElement).value.trim() })}
      @input=${({ target }: Event) => {
        // The field's own clear button sends no change event.
        if ((target as HTMLInputElement).value === '') send({ type: 'searched', q: '' });
      }}
    />
  </div>
`;

const sortField = (current: ContractSort, { words, send }: ViewContext): TemplateResult => html`
  <div class="field">
    <label for="sort">${words.contracts.sort}</label>
    <select
      id="sort"
      part="field"
      @change=${({ target }: Event) => {
        const sort = sorts.find((name) => name === (target as HTMLSelectElement).value);
        if (sort) send({ type: 'sortChosen', sort });
      }}
    >
      ${sorts.map((sort) => html`<option value=${sort} .selected=${sort === current}>${words.contracts.sorts[sort]}</option>`)}
    </select>
  </div>
`;

/** A form, so that Enter searches; the field's change event has reported by then. One form for all, so that the switch keeps the focus. */
export const toolbar = (state: PortfolioState, context: ViewContext): TemplateResult => {
  const { words, send } = context;
  const { query } = state;
  return html`
    <form role="search" class="cols" @submit=${(event: Event) => event.preventDefault()}>
      ${hasMany(state) ? [searchField(query.q, context), sortField(query.sort, context)] : nothing}
      <label class="choice foot">
        <input
          type="checkbox"
          .checked=${query.status === 'closed'}
          @change=${({ target }: Event) => send({ type: 'closedToggled', isOn: (target as HTMLInputElement).checked })}
        />${words.contracts.showClosed}
      </label>
    </form>
  `;
};
