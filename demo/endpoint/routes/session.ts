/**
 * Who is signed in and what the lender allows today; and what anybody may know of the lender.
 */
import { Hono } from 'hono';
import type { PublicLender, Session } from '../../../src/api/index.js';
import { calendarAt } from '../calendar.js';
import type { EndpointDeps } from '../deps.js';
import { samePayer, type EndpointEnv } from '../middleware/who.js';
import { readOnlyLender, type LenderSettings } from '../store/lender.js';

/** Codes need a way to be mailed. */
const isEnrollmentOffered = ({ features }: LenderSettings, { mail }: EndpointDeps): boolean => features.enrollment && mail !== undefined;

export const lenderRoutes = (deps: EndpointDeps): Hono => {
  const routes = new Hono();
  routes.get('/', async (c) => {
    const settings = await readOnlyLender(deps.store.db);
    const { lender, theme } = settings;
    const answer: PublicLender = {
      id: lender.id,
      name: lender.name,
      ...(lender.logoUrl !== undefined && { logoUrl: lender.logoUrl }),
      ...(theme && { theme }),
      enrollment: isEnrollmentOffered(settings, deps),
    };
    return c.json(answer);
  });
  return routes;
};

export const sessionRoutes = (deps: EndpointDeps): Hono<EndpointEnv> => {
  const routes = new Hono<EndpointEnv>();
  routes.get('/', samePayer, (c) => {
    const who = c.get('who');
    const settings = c.get('settings');
    const asOf = deps.now();
    const answer: Session = {
      payer: { id: who.payerId, name: who.payerName },
      lender: settings.lender,
      features: { ...settings.features, enrollment: isEnrollmentOffered(settings, deps) },
      bankAccounts: settings.bankAccounts,
      limits: settings.limits,
      calendar: calendarAt(settings, asOf),
      ...(settings.theme && { theme: settings.theme }),
      asOf: asOf.toISOString(),
      ...(who.expiresAt && { expiresAt: who.expiresAt.toISOString() }),
    };
    return c.json(answer);
  });
  return routes;
};
