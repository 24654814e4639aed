/**
 * Who is signed in and what the lender allows today; and what anybody may know of the lender.
 */
import { Hono } from 'hono';
import type { PublicLender, Session } from '../../../src/api/index.js';
import { calendarAt } from '../calendar.js';
import type { EndpointDeps } from '../deps.js';
import { samePayer, type EndpointEnv } from '../middleware/who.js';
import { readLender, readOnlyLender } from '../store/lender.js';

export const lenderRoutes = ({ store }: EndpointDeps): Hono => {
  const routes = new Hono();
  routes.get('/', async (c) => {
    const { lender, theme, features } = await readOnlyLender(store.db);
    const answer: PublicLender = {
      id: lender.id,
      name: lender.name,
      ...(lender.logoUrl !== undefined && { logoUrl: lender.logoUrl }),
      ...(theme && { theme }),
      enrollment: features.enrollment,
    };
    return c.json(answer);
  });
  return routes;
};

export const sessionRoutes = ({ store, now }: EndpointDeps): Hono<EndpointEnv> => {
  const routes = new Hono<EndpointEnv>();
  routes.get('/', samePayer, async (c) => {
    const who = c.get('who');
    const settings = await readLender(store.db, who.lenderId);
    const asOf = now();
    const answer: Session = {
      payer: { id: who.payerId, name: who.payerName },
      lender: settings.lender,
      features: settings.features,
      bankAccounts: settings.bankAccounts,
      limits: settings.limits,
      calendar: calendarAt(settings, asOf),
      ...(settings.theme && { theme: settings.theme }),
      asOf: asOf.toISOString(),
    };
    return c.json(answer);
  });
  return routes;
};
