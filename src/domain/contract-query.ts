/** What somebody did to the list of contracts, as what is asked for from then on. Pure. */
import type { ContractQuery } from './portfolio.js';
import type { UserEvent } from './user-events.js';

type QueryEvent = Extract<UserEvent, { type: 'searched' | 'sortChosen' | 'closedToggled' }>;

export const queryOf = (event: QueryEvent): Partial<ContractQuery> => {
  switch (event.type) {
    case 'searched':
      return { q: event.q };
    case 'sortChosen':
      return { sort: event.sort };
    case 'closedToggled':
      return { status: event.isOn ? 'closed' : 'open' };
  }
};
