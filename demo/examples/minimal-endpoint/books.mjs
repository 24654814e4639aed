/** The lender's books of the smallest endpoint, in memory, made anew at each start: yours come from your back office. Knows nothing of HTTP. */
export const lender = { id: 'minimal', name: 'Minimal Leasing', supportPhone: '1-800-555-0100' };

/** What is off need not be built: the endpoint only has to refuse it. */
const off = { payAll: false, overpay: false, schedule: false, estimate: false, history: false, cancel: false, enrollment: false };
export const features = { payments: true, partial: true, ...off };

/** By token. A real one is short-lived, and made by your own sign-in. */
export const payers = new Map([
  ['token-of-ann', { id: 'ann', name: 'Ann’s Bakery' }],
  ['token-of-bob', { id: 'bob', name: 'Bob Haulage' }],
]);

const timeZone = 'America/New_York';
const cutOff = '17:00';

const addDays = (date, days) => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
/** Your bank's holidays belong here, too. */
const isClosed = (date) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
const openDayFrom = (date) => (isClosed(date) ? openDayFrom(addDays(date, 1)) : date);
export const nextOpenDay = (date) => openDayFrom(addDays(date, 1));

/** Such as `2026-11-23 09:41`. */
const localTime = (moment) => new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(moment);

export const calendar = () => {
  const [today, time] = localTime(Date.now()).split(' ');
  const earliestDate = time < cutOff ? openDayFrom(today) : nextOpenDay(today);
  const closedDates = [];
  for (let date = today; date < earliestDate; date = addDays(date, 1)) if (isClosed(date)) closedDates.push(date);
  return { timeZone, cutOff, today, earliestDate, latestDate: earliestDate, closedDates };
};

/** In half an hour, yet never past the cut-off of the earliest date, by the clock of the lender's time zone. */
export const authorizationEnd = () => {
  let end = Date.now() + 30 * 60_000;
  const last = `${calendar().earliestDate} ${cutOff}`;
  while (localTime(end) >= last && end > Date.now() + 1_000) end -= 30_000;
  return end;
};

export const usd = (value) => ({ value, currency: 'USD' });
const { today } = calendar();

const lease = (id, owners, rent) => ({
  id,
  number: `L-${id}`,
  description: `Equipment lease ${id}`,
  owners,
  version: `${id}.0`,
  invoices: [-30, 0, 30].map((days, index) => ({
    id: `${id}-${index}`,
    number: `INV-${id}-${index}`,
    dueDate: addDays(today, days),
    status: 'open',
    amount: usd(rent),
    open: usd(rent),
    charges: [{ id: `${id}-${index}-rent`, type: 'rent', description: 'Rent', open: usd(rent) }],
  })),
});

export const contracts = [lease('oven', ['ann'], 40_000), lease('van', ['ann', 'bob'], 60_000), lease('truck', ['bob'], 150_000)];

const account = (id, owner, last4) => ({
  owner,
  view: { id, label: `Checking ••${last4}`, last4, type: 'checking', holderType: 'business', currency: 'USD', status: 'usable' },
});
export const accounts = [account('ann-checking', 'ann', '4417'), account('bob-checking', 'bob', '9021')];
