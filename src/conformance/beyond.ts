/** What the API asks for and no request from outside shows: said in every report, so that nobody takes it for checked. Must not know a check. */
import { rulesOf, type Rule } from './rules/rule.js';

const all = {
  ...rulesOf('Keys', {
    transaction: 'The key is claimed in the payment’s own database transaction, which outlives a crash.',
  }),
  ...rulesOf('Authorization', { kept: 'Text, hash, locale and the server’s time are stored with the payment.' }),
  ...rulesOf('Answers', { logs: 'No bank digits beyond the last four stand in a log.' }),
  ...rulesOf('Afterwards', {
    batch: 'A cancel is refused from the cut-off of the payment’s date, and once a batch holds the payment.',
  }),
  ...rulesOf('In flight', { posted: 'A payment leaves inFlight in the very answer in which open has fallen by it.' }),
  ...rulesOf('Signing in by code', {
    code: 'A code lives five minutes, works once, and dies with the next one.',
    limits: 'Requests for codes are rate-limited, independent of a match.',
  }),
  ...rulesOf('CORS', { cookie: 'A cookie counts only with SameSite and a check of Origin.' }),
} as const satisfies Record<string, Rule>;

export const beyondReach: readonly Rule[] = Object.values(all);
