/** When a payer pays: the days there are, and until when today is one of them. */
import { expect } from '@open-wc/testing';
import { session } from '../support/sample-contracts.js';
import { draft, ready } from '../support/sample-payments.js';
import { payingState } from '../support/draw.js';
import { states } from '../support/states.js';
import { plain, ViewPage } from '../support/view-page.js';

const onDate = (date: string) => ({ name: 'editing', draft: { ...draft, date }, accounts: ready, faults: [], attempts: 0 }) as const;

describe('a payer chooses a date', () => {
  it('finds the open days only, the earliest chosen, and the cut-off in words', async () => {
    const page = await ViewPage.open(states['pay form']);
    const select = page.field('Payment date') as unknown as HTMLSelectElement;
    const days = [...select.options].map(({ value }) => value);
    expect(days[0]).to.equal('2025-11-24');
    expect(days.filter((day) => session.calendar.closedDates.includes(day))).to.deep.equal([]);
    expect(plain(select.options[0]?.textContent)).to.equal('Mon, Nov 24, earliest');
    expect(page.descriptionOf(select)).to.contain('To pay today, authorize before 4:00 PM Central Time.');
    select.value = '2025-11-28';
    select.dispatchEvent(new Event('change'));
    expect(page.sent).to.deep.equal([{ type: 'dateChosen', date: '2025-11-28' }]);
  });

  it('reads the year only of a day in another one', async () => {
    const calendar = { ...session.calendar, today: '2025-12-31', earliestDate: '2025-12-31', latestDate: '2026-01-05' };
    const page = await ViewPage.open(payingState(onDate('2025-12-31'), { ...session, calendar: { ...calendar, closedDates: [] } }));
    const select = page.field('Payment date') as unknown as HTMLSelectElement;
    const names = [...select.options].map(({ textContent }) => plain(textContent));
    expect(names.slice(0, 3)).to.deep.equal(['Wed, Dec 31, earliest', 'Thu, Jan 1, 2026', 'Fri, Jan 2, 2026']);
  });

  it('reads until when a payment must be authorized, once it is too late for today', async () => {
    const late = { ...session, calendar: { ...session.calendar, earliestDate: '2025-11-25' } };
    const page = await ViewPage.open(payingState(onDate('2025-11-25'), late));
    expect(page.descriptionOf(page.field('Payment date'))).to.equal(
      'A payment must be authorized before 4:00 PM Central Time on its date. Today can’t be chosen. Days on which the bank is closed are not offered.',
    );
  });

  it('reads of no time to be missed on a day the bank is closed', async () => {
    const sunday = { ...session.calendar, today: '2025-11-30', earliestDate: '2025-12-01' };
    const page = await ViewPage.open(payingState(onDate('2025-12-01'), { ...session, calendar: sunday }));
    expect(page.descriptionOf(page.field('Payment date'))).to.equal('Days on which the bank is closed are not offered.');
  });

  it('sees a closed day that arrived all the same, with the next open one named', async () => {
    const page = await ViewPage.open(states['pay form with corrections']);
    const select = page.field('Payment date');
    expect(select.value).to.equal('2025-11-27');
    expect(select.getAttribute('aria-invalid')).to.equal('true');
    expect(page.descriptionOf(select)).to.contain('The bank is closed on this day. The next open day is Fri, Nov 28, 2025.');
  });
});
