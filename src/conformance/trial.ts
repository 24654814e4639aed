/** What a check is given: whom to ask as, what to pay with, and a way to say what was expected. Must not know any rule's meaning. */
import { problemStatus, type ProblemName } from '../api/index.js';
import type { Caller } from './caller.js';
import { errorsOf, nameOfProblem, readProblem, type Exchange } from './exchange.js';
import type { Findings } from './findings.js';
import type { Outside } from './outside.js';
import type { Payer } from './payer.js';
import type { Purse } from './purse.js';
import type { RuleId } from './rules.js';
import type { Secrets } from './secrets.js';
import { NoOccasion } from './stop.js';

export interface Check {
  /** What is tried, in a sentence. */
  readonly title: string;
  /** The only rules it may find broken, besides those of every answer. */
  readonly rules: readonly RuleId[];
  /** What it sends that is more than a question. Left out: it only reads. */
  readonly writes?: string;
  readonly run: (trial: Trial) => Promise<void>;
}

export interface Options {
  /** Configured at the endpoint: what CORS is checked with. */
  readonly origin?: string | undefined;
  /** On file at the lender: what asking for codes is compared with. */
  readonly email?: string | undefined;
  /** Of a contract on file for that address: what asking to register is compared with. */
  readonly postalCode?: string | undefined;
  readonly contractNumber?: string | undefined;
  readonly routingNumber: string;
}

export interface Stage {
  readonly nobody: Caller;
  readonly me: Payer | undefined;
  readonly other: Payer | undefined;
  readonly purse: Purse | undefined;
  readonly otherPurse: Purse | undefined;
  readonly outside: Outside;
  readonly options: Options;
  readonly secrets: Secrets;
  readonly findings: Findings;
  readonly notes: string[];
}

export interface Refusal {
  /** Where it isn't the name's own. */
  readonly status?: number;
  /** Where one of the errors must stand, or how it begins. */
  readonly pointer?: string;
  readonly code?: string;
  /** What it was, where the answer alone doesn't tell. */
  readonly of?: string;
}

const need = <Value>(value: Value | undefined, option: string): Value => {
  if (value === undefined) throw new NoOccasion(`needs ${option}`);
  return value;
};

export class Trial {
  readonly #stage: Stage;
  readonly #check: Check;

  constructor(stage: Stage, check: Check) {
    this.#stage = stage;
    this.#check = check;
  }

  get nobody(): Caller {
    return this.#stage.nobody;
  }

  get me(): Payer {
    return need(this.#stage.me, '--token');
  }

  get other(): Payer {
    return need(this.#stage.other, '--other-token');
  }

  get purse(): Purse {
    return need(this.#stage.purse, '--token');
  }

  get otherPurse(): Purse {
    return need(this.#stage.otherPurse, '--other-token');
  }

  get outside(): Outside {
    return this.#stage.outside;
  }

  get options(): Options {
    return this.#stage.options;
  }

  get secrets(): Secrets {
    return this.#stage.secrets;
  }

  /** Stands in the report, whatever was found. */
  note(text: string): void {
    this.#stage.notes.push(text);
  }

  expect(rule: RuleId, holds: boolean, about: Exchange | readonly Exchange[], expected: string): boolean {
    if (!this.#check.rules.includes(rule) && rule !== 'problem.pointer') throw new Error(`“${this.#check.title}” does not name ${rule}.`);
    if (!holds) this.#stage.findings.add(rule, this.#check.title, 'answer' in about ? [about] : about, expected);
    return holds;
  }

  expectStatus(rule: RuleId, exchange: Exchange, ...statuses: readonly number[]): boolean {
    return this.expect(rule, statuses.includes(exchange.answer.status), exchange, `status ${statuses.join(' or ')}`);
  }

  /** A refusal of this name. That one has no name at all is a finding of its own, and not repeated here. */
  expectProblem(rule: RuleId, exchange: Exchange, names: ProblemName | readonly ProblemName[], refusal: Refusal = {}): boolean {
    const allowed: readonly ProblemName[] = typeof names === 'string' ? [names] : names;
    const all = allowed.map((one) => `${refusal.status ?? problemStatus[one]} ${one}`).join(' or ');
    const expected = refusal.of === undefined ? all : `${all} for ${refusal.of}`;
    const name = nameOfProblem(exchange);
    const isAllowed = allowed.some(
      (one) => (refusal.status ?? problemStatus[one]) === exchange.answer.status && (name === undefined || name === one),
    );
    if (!this.expect(rule, isAllowed, exchange, expected)) return false;
    const { pointer, code } = refusal;
    if (readProblem(exchange) === undefined) return true;
    const errors = errorsOf(exchange);
    if (
      code !== undefined &&
      !this.expect(
        rule,
        errors.some((error) => error.code === code),
        exchange,
        `${expected}, code ${code}`,
      )
    )
      return false;
    const isPlaced =
      pointer === undefined || errors.some((error) => error.pointer.startsWith(pointer) && (code ?? error.code) === error.code);
    return this.expect('problem.pointer', isPlaced, exchange, `${expected}, with the pointer ${pointer ?? ''} in errors`);
  }

  /** Ends the check where the sandbox gives no occasion for it. */
  requireOccasion(holds: boolean, reason: string): void {
    if (!holds) throw new NoOccasion(reason);
  }
}
