/** What a preview says: text and hash, expiry, debit date, estimate, warnings; and that it writes nothing. */
import { createHash } from 'node:crypto';
import { Preview, Session, type Contract } from '../../api/index.js';
import { isAfterCutOff } from '../days.js';
import type { Exchange } from '../exchange.js';
import { readForm } from '../payer.js';
import { smallestAmount } from '../purse.js';
import type { Check, Trial } from '../trial.js';

const question = 'previews, which write nothing';

const previewOf = async (trial: Trial): Promise<{ exchange: Exchange; preview: Preview }> => {
  const exchange = await trial.me.preview(await trial.purse.plan());
  return { exchange, preview: readForm(exchange, Preview) };
};

const judgeExpiry = async (trial: Trial): Promise<void> => {
  const { exchange, preview } = await previewOf(trial);
  // Read after it: should a cut-off pass meanwhile, this one is the later.
  const { calendar, asOf } = readForm(await trial.me.call('getSession'), Session);
  const { earliestDate, cutOff, timeZone } = calendar;
  const expiresAt = new Date(preview.authorization.expiresAt);
  const isInTime = !isAfterCutOff(expiresAt, earliestDate, calendar);
  trial.expect('authorization.expiry', isInTime, exchange, `an end at latest at ${cutOff} of ${earliestDate} (${timeZone})`);
  trial.expect('authorization.expiry', expiresAt > new Date(asOf), exchange, `an end after ${asOf}, the endpoint’s own time`);
};

const judgeEstimate = async (trial: Trial): Promise<void> => {
  trial.requireOccasion((await trial.me.session()).features.estimate, 'estimate is off');
  const plan = await trial.purse.plan();
  const exchange = await trial.me.preview(plan);
  const { estimate = [] } = readForm(exchange, Preview);
  for (const { contractId, amount } of plan.items) {
    const own = estimate.filter((one) => one.contractId === contractId);
    const [first] = own;
    if (!trial.expect('preview.estimate', own.length === 1 && first !== undefined, exchange, `one estimate for ${contractId}`)) continue;
    const sum = (first?.applied ?? []).reduce((total, part) => total + part.amount.value, first?.unapplied.value ?? 0);
    trial.expect('preview.estimate', sum === amount.value, exchange, `applied and unapplied add up to ${amount.value}, not ${sum}`);
  }
};

const expectWarning = async (trial: Trial, contract: Contract, code: string): Promise<void> => {
  const exchange = await trial.me.preview(await trial.purse.plan([contract]));
  const { warnings } = readForm(exchange, Preview);
  const isWarned = warnings.some(
    (warning) => warning.code === code && (warning.contractId ?? contract.id) === contract.id && warning.text !== '',
  );
  trial.expect('preview.warnings', isWarned, exchange, `a warning ${code} for ${contract.id}`);
};

export const previewChecks: readonly Check[] = [
  {
    title: 'A payment that would be accepted is previewed',
    rules: ['preview.answers'],
    writes: question,
    run: async (trial) => {
      trial.expectStatus('preview.answers', await trial.me.preview(await trial.purse.plan()), 200);
    },
  },
  {
    title: 'A preview changes no contract',
    rules: ['preview.writes-nothing'],
    writes: question,
    run: async (trial) => {
      const [before] = await trial.purse.contracts();
      if (before === undefined) return;
      const exchange = await trial.me.preview(await trial.purse.plan([before]));
      const after = await trial.me.contract(before.id);
      const isSame = before.version === after.version && before.inFlight.length === after.inFlight.length;
      trial.expect('preview.writes-nothing', isSame, exchange, 'the same version and nothing more in flight afterwards');
    },
  },
  {
    title: 'The hash is the text’s',
    rules: ['authorization.hash'],
    writes: question,
    run: async (trial) => {
      const { exchange, preview } = await previewOf(trial);
      const { text, sha256 } = preview.authorization;
      const expected = createHash('sha256').update(text, 'utf8').digest('hex');
      trial.expect('authorization.hash', sha256 === expected && text.trim() !== '', exchange, `sha256 ${expected} of a text`);
    },
  },
  { title: 'The authorization ends in time', rules: ['authorization.expiry'], writes: question, run: judgeExpiry },
  {
    title: 'The debit is expected on an open day',
    rules: ['preview.debit-date'],
    writes: question,
    run: async (trial) => {
      const { calendar } = await trial.me.session();
      const { exchange, preview } = await previewOf(trial);
      const { expectedDebitDate: date } = preview;
      const isOpen = date >= calendar.earliestDate && !calendar.closedDates.includes(date);
      trial.expect('preview.debit-date', isOpen, exchange, `an open day from ${calendar.earliestDate} on, not ${date}`);
    },
  },
  { title: 'The estimate adds up', rules: ['preview.estimate'], writes: question, run: judgeEstimate },
  {
    title: 'Automatic payment is warned of',
    rules: ['preview.warnings'],
    writes: question,
    run: async (trial) => {
      const session = await trial.me.session();
      const { currency } = await trial.purse.account();
      const { items } = await trial.me.contracts();
      const contract = items.find(
        (one) => one.autopay !== undefined && one.currency === currency && smallestAmount(one, session) !== undefined,
      );
      trial.requireOccasion(contract !== undefined, 'no contract that can be paid has automatic payment');
      if (contract !== undefined) await expectWarning(trial, contract, 'autopay');
    },
  },
  {
    title: 'A payment in flight, and the same amount again, are warned of',
    rules: ['preview.warnings'],
    writes: 'one payment',
    run: async (trial) => {
      const { payments } = await trial.purse.pay();
      const contract = await trial.me.contract(payments[0]?.contractId ?? '');
      const again = smallestAmount(contract, await trial.me.session());
      trial.requireOccasion(again !== undefined, 'nothing more can be paid on the contract');
      await expectWarning(trial, contract, 'in-flight');
      if (again === payments[0]?.amount.value) await expectWarning(trial, contract, 'look-alike');
    },
  },
];
