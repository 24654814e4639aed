/**
 * The demo as one app: the endpoint where a lender would mount it, and around it the site, the back office and the documents.
 * Wiring only; what the demo adds never reaches into the endpoint's own app.
 */
import { Hono, type Context } from 'hono';
import type { Mailbox } from './back-office/mailbox.js';
import { createBackOfficeRoutes } from './back-office/routes.js';
import { completeDocumentLinks, createDocuments } from './documents.js';
import type { Endpoint } from './endpoint/app.js';
import type { EftDeps } from './endpoint/eft/deps.js';
import type { Faults } from './faults.js';
import { requireLoopbackName } from './local-only.js';
import { createPages } from './pages.js';
import type { ElementFiles } from './scripts.js';
import type { DemoPayer } from './seed.js';

export const endpointPath = '/api/aspire-pay/v1';

export interface DemoParts {
  readonly endpoint: Endpoint;
  /** What the lender's side works with: the endpoint's own store and clock. */
  readonly eft: EftDeps;
  /** Those in front of the endpoint, which the back office switches. */
  readonly faults: Faults;
  /** Where the endpoint's mail goes. */
  readonly mailbox: Mailbox;
  readonly payers: readonly DemoPayer[];
  readonly element: ElementFiles;
  /** The project's folder. */
  readonly root: string;
  /** Port of the sample bank fields, which are another origin on purpose. */
  readonly bankFieldsPort: number;
  /** False where somebody chose to listen on a network. */
  readonly isLocalOnly: boolean;
}

/** On the machine the page was asked of. */
const bankFieldsAt =
  (port: number) =>
  (c: Context): string =>
    `http://${new URL(c.req.url).hostname}:${port}`;

export const createDemo = (parts: DemoParts): Hono => {
  const { endpoint, eft, faults, mailbox, payers, element, root, isLocalOnly } = parts;
  const bankFields = bankFieldsAt(parts.bankFieldsPort);
  const app = new Hono();
  app.use(`${endpointPath}/contracts/*`, completeDocumentLinks);
  app.route(endpointPath, endpoint.app);
  if (isLocalOnly) {
    app.use('/demo/*', requireLoopbackName);
    app.use('/back-office/*', requireLoopbackName);
    app.use('/documents/*', requireLoopbackName);
  }
  app.get('/demo/payers', (c) => c.json({ payers }, 200, { 'Cache-Control': 'no-store' }));
  app.get('/demo/bank-fields', (c) => c.json({ origin: bankFields(c) }, 200, { 'Cache-Control': 'no-store' }));
  app.route('/back-office/api', createBackOfficeRoutes({ eft, faults, mailbox }));
  app.route('/documents', createDocuments(eft.store.db));
  app.route('/', createPages({ root, element, bankFields }));
  return app;
};
