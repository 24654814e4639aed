/**
 * The review of a payment before it is made: every check the payment would make, the text to agree to, warnings, an estimate. Writes nothing.
 */
import type { Estimate, Preview, PreviewRequest, Warning } from '../../src/api/index.js';
import { authorize } from './authorization.js';
import { daysAt, expectedDebitDate } from './calendar.js';
import type { EndpointDeps } from './deps.js';
import { estimateItem } from './estimate.js';
import type { Who } from './middleware/who.js';
import { readSubmitted } from './store/submitted.js';
import { readSnapshot } from './store/transactions.js';
import { idsOf, readSubmission, requireCurrentVersions, requireForm } from './submission.js';
import { requireTerms } from './terms.js';
import { findWarnings } from './warnings.js';

export const previewPayment = (deps: EndpointDeps, who: Who, request: PreviewRequest): Promise<Preview> =>
  readSnapshot(deps.store, async (trx) => {
    const submitted = await readSubmitted(trx, deps.store.dialect, idsOf(request, who));
    const { settings } = submitted;
    const now = deps.now();
    const days = daysAt(settings, now);
    requireForm(request, settings);
    const submission = await readSubmission(trx, request, submitted, days.today);
    requireCurrentVersions(submission);
    requireTerms(submission, days, settings);
    const { id, text, sha256, expiresAt } = authorize(submission, { key: deps.authorizationKey, who, settings, now });
    const warnings: Warning[] = await findWarnings(trx, submission, now);
    const estimate: Estimate[] = [];
    if (settings.features.estimate) {
      for (const item of submission.items) estimate.push(await estimateItem(trx, item, submission.date, settings.cashApplication));
    }
    return {
      expectedDebitDate: expectedDebitDate(settings, submission.date),
      authorization: { id, text, sha256, expiresAt: expiresAt.toISOString() },
      ...(settings.features.estimate && { estimate }),
      warnings,
    };
  });
