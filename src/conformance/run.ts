/** Runs every check against one endpoint, one after the other, and puts a report together. Must not know what a check looks at. */
import { PaymentResult, Session } from '../api/index.js';
import { version } from '../version.js';
import { beyondReach } from './beyond.js';
import { Caller, type Wire } from './caller.js';
import { areas, type Area } from './checks.js';
import { judgeAnswer } from './every-answer.js';
import { isSuccess, type Exchange } from './exchange.js';
import { Findings } from './findings.js';
import { outside } from './outside.js';
import { Payer } from './payer.js';
import { Purse } from './purse.js';
import type { CheckResult, Report } from './report.js';
import { ruleIds, rules, type RuleId } from './rules.js';
import { Secrets } from './secrets.js';
import { CannotGoOn, NoOccasion } from './stop.js';
import { Trial, type Check, type Options, type Stage } from './trial.js';

export interface RunOptions extends Partial<Options> {
  /** Base address of the endpoint, such as `https://pay.example.com/api/aspire-pay/v1`. */
  readonly url: string;
  readonly token?: string | undefined;
  /** Of another payer. */
  readonly otherToken?: string | undefined;
  /** Leave to pay, to void and to add: for a sandbox. */
  readonly mayWrite?: boolean;
  /** Told of each check as it ends. */
  readonly onCheck?: (result: CheckResult) => void;
}

/** Nothing can be checked: no answer, a token that signs nobody in, or one payer where writing needs two. */
export class CannotStart extends Error {}

/** Who sees what is checked by the one's ids as the other: half of that would pay, and prove nothing. */
export const needsTwoPayers = 'Writing needs the tokens of two payers of a sandbox: --token and --other-token.';

/** In no bank's use; its check digit holds. */
const madeUpRoutingNumber = '110000000';

/** What every answer is judged by, whichever check asked. */
const everyAnswer = 'Every answer';

class Run {
  readonly #options: RunOptions;
  readonly #stage: Stage;
  readonly #startedAt = outside.now();
  readonly #results: CheckResult[] = [];
  /** By payer's name: what was accepted. */
  readonly #paid = new Map<string, Set<string>>();
  #requests = 0;
  #canceled = 0;

  constructor(options: RunOptions) {
    this.#options = options;
    const { origin, email, postalCode, contractNumber, routingNumber = madeUpRoutingNumber } = options;
    const secrets = new Secrets();
    const wire: Wire = {
      base: new URL(options.url),
      outside,
      mayWrite: options.mayWrite === true,
      record: (exchange) => {
        this.#record(exchange);
      },
    };
    const payer = (name: string, token: string | undefined): Payer | undefined => {
      if (token === undefined) return undefined;
      secrets.addWord(token, 'token');
      return new Payer(wire, name, token);
    };
    secrets.addWord(email ?? '', 'e-mail');
    secrets.addWord(postalCode ?? '', 'postal code');
    const me = payer('the payer', options.token);
    const other = payer('the other payer', options.otherToken);
    this.#stage = {
      nobody: new Caller(wire, 'nobody'),
      me,
      other,
      purse: me && new Purse(me, outside),
      otherPurse: other && new Purse(other, outside),
      outside,
      options: { origin, email, postalCode, contractNumber, routingNumber },
      secrets,
      findings: new Findings(secrets),
      notes: [],
    };
  }

  #payerCalled(name: string): Payer | undefined {
    return [this.#stage.me, this.#stage.other].find((payer) => payer?.name === name);
  }

  #record(exchange: Exchange): void {
    this.#requests += 1;
    const { findings, secrets } = this.#stage;
    for (const [rule, expected] of judgeAnswer(exchange, this.#payerCalled(exchange.as)?.payerId, secrets)) {
      findings.add(rule, everyAnswer, [exchange], expected);
    }
    const made = exchange.operation === 'createPayment' && isSuccess(exchange) ? PaymentResult.safeParse(exchange.json) : undefined;
    if (made?.success !== true) return;
    const ids = this.#paid.get(exchange.as) ?? new Set<string>();
    for (const { id } of made.data.payments) ids.add(id);
    this.#paid.set(exchange.as, ids);
  }

  /** Who the tokens sign in; a token that signs nobody in is no finding, but a mistake. */
  async #signIn(payer: Payer | undefined, option: string): Promise<void> {
    if (payer === undefined) return;
    const exchange = await payer.call('getSession');
    if (exchange.answer.status === 401) throw new CannotStart(`The endpoint does not know the token given by ${option}.`);
    const session = Session.safeParse(exchange.json);
    if (session.success) payer.payerId = session.data.payer.id;
  }

  async #meet(): Promise<void> {
    const { me, other, nobody } = this.#stage;
    const first = await nobody.call('getLender');
    if (first.answer.status === 0) throw new CannotStart(`${this.#options.url} cannot be reached: ${first.answer.text}.`);
    await this.#signIn(me, '--token');
    await this.#signIn(other, '--other-token');
    if (me?.payerId !== undefined && me.payerId === other?.payerId) throw new CannotStart('Both tokens sign in the same payer.');
  }

  async #start(): Promise<void> {
    const { me, other } = this.#stage;
    if (this.#options.mayWrite === true && (me === undefined || other === undefined)) throw new CannotStart(needsTwoPayers);
    try {
      await this.#meet();
    } catch (error) {
      throw error instanceof CannotGoOn ? new CannotStart(`${error.message}.`) : error;
    }
  }

  async #judge(check: Check): Promise<Pick<CheckResult, 'verdict' | 'reason'>> {
    if (check.writes !== undefined && this.#options.mayWrite !== true) return { verdict: 'unchecked', reason: 'needs --write' };
    const found = (): number => this.#stage.findings.all().filter((finding) => finding.check === check.title).length;
    try {
      await check.run(new Trial(this.#stage, check));
    } catch (error) {
      const verdict = found() > 0 ? 'broken' : error instanceof NoOccasion ? 'unchecked' : 'unfinished';
      if (error instanceof NoOccasion || error instanceof CannotGoOn) return { verdict, reason: error.message };
      throw error;
    }
    return { verdict: found() > 0 ? 'broken' : 'kept' };
  }

  async #runArea({ name, checks }: Area): Promise<void> {
    for (const check of checks) {
      const judged = await this.#judge(check);
      const { title, rules: own, writes } = check;
      const result: CheckResult = { area: name, title, rules: own, ...judged, ...(writes !== undefined && { writes }) };
      this.#results.push(result);
      this.#options.onCheck?.(result);
    }
  }

  /** Whether it is canceled now. An endpoint that is asked too often is no reason to lose the report. */
  async #cancel(payer: Payer, paymentId: string): Promise<boolean> {
    try {
      return isSuccess(await payer.call('cancelPayment', { at: { paymentId } }));
    } catch (error) {
      if (error instanceof CannotGoOn) return false;
      throw error;
    }
  }

  /** Gives the money back, where the lender lets it be; what stays is named in the report. */
  async #cleanUp(): Promise<void> {
    const left: string[] = [];
    for (const [name, ids] of this.#paid) {
      const payer = this.#payerCalled(name);
      const session = await payer?.session().catch(() => undefined);
      if (payer === undefined || session?.features.cancel === false) continue;
      for (const paymentId of ids) {
        if (await this.#cancel(payer, paymentId)) this.#canceled += 1;
        else left.push(paymentId);
      }
    }
    if (left.length === 0) return;
    this.#stage.notes.push(`${left.length === 1 ? '1 payment' : `${left.length} payments`} could not be canceled: ${left.join(', ')}`);
  }

  #uncheckedRules(): RuleId[] {
    const { findings } = this.#stage;
    const judged = new Set<RuleId>(findings.all().map(({ rule }) => rule));
    for (const { verdict, rules: own } of this.#results) {
      if (verdict === 'kept' || verdict === 'broken') for (const rule of own) judged.add(rule);
    }
    const ofChecks = new Set(areas.flatMap(({ checks }) => checks.flatMap((check) => check.rules)));
    return ruleIds.filter((rule) => ofChecks.has(rule) && !judged.has(rule));
  }

  async toReport(): Promise<Report> {
    await this.#start();
    try {
      for (const area of areas) await this.#runArea(area);
    } finally {
      await this.#cleanUp();
    }
    return {
      version,
      endpoint: this.#options.url,
      startedAt: this.#startedAt.toISOString(),
      finishedAt: outside.now().toISOString(),
      mayWrite: this.#options.mayWrite === true,
      requests: this.#requests,
      paid: [...this.#paid.values()].reduce((sum, ids) => sum + ids.size, 0),
      canceled: this.#canceled,
      checks: this.#results,
      findings: this.#stage.findings.all(),
      uncheckedRules: this.#uncheckedRules().map((rule) => ({ rule, says: rules[rule].says })),
      beyondReach,
      notes: this.#stage.notes,
    };
  }
}

/** Checks one endpoint. Throws {@link CannotStart} where nothing can be checked. */
export const checkEndpoint = (options: RunOptions): Promise<Report> => new Run(options).toReport();
