/** What the floors share: the two requests, and how money and days are written. The least a page of invoices can do. */

export const readAnswers = (): Promise<[unknown, unknown]> => {
  const ask = async (path: string): Promise<unknown> => (await fetch(`/api${path}`)).json();
  return Promise.all([ask('/session'), ask('/contracts?limit=20')]);
};

const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });

export const writeMoney = (value: number): string => money.format(value / 100);
export const writeDay = (date: string): string => day.format(Date.parse(date));
