/**
 * The OpenAPI 3.1 document of the endpoint API, made from the schemas.
 * The element never imports this file: its descriptions would travel to every payer.
 */
import { version } from '../version.js';
import { describeRules } from './openapi/description.js';
import { headers, parameters } from './openapi/parts.js';
import { paths } from './openapi/paths.js';
import { buildSchemas } from './openapi/schemas.js';

const description = `The lender runs the endpoint; \`<aspire-pay>\` only speaks to it.
Invoices are shown, contracts are paid: a payment names contracts, and the lender's own rules apply it to open invoices.

${describeRules()}`;

const tags = [
  { name: 'Session', description: 'Who is signed in, to which lender, and what is allowed today.' },
  { name: 'Contracts', description: 'Contracts and their open invoices.' },
  { name: 'Payments', description: 'Previewed, authorized, made once, asked for by key, voided, listed.' },
  { name: 'Bank accounts', description: 'By last four digits.' },
  { name: 'Signing in', description: 'Registering and signing in by a mailed code; only where the lender offers it.' },
  { name: 'Housekeeping', description: 'For those who run the endpoint.' },
];

/** The whole document, fresh on each call, ready for `JSON.stringify`. */
export const openApiDocument = () => ({
  openapi: '3.1.0',
  info: { title: 'aspire-pay endpoint API', version, description, license: { name: 'MIT', identifier: 'MIT' } },
  servers: [{ url: '/api/aspire-pay/v1', description: 'Where the lender mounts it; any base URL will do.' }],
  tags,
  security: [{ bearer: [] }],
  paths,
  components: {
    schemas: buildSchemas(),
    parameters,
    headers,
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer', description: 'The token the site hands to the element, or the site’s own cookie.' },
    },
  },
});
