/** What the kit found, in the form of its reports: nothing secret in it, and not too long to read. Must not know a rule's meaning. */
import type { Exchange } from './exchange.js';
import { rules, type RuleId } from './rules.js';
import type { Secrets } from './secrets.js';

export interface Finding {
  readonly rule: RuleId;
  /** The rule's sentence. */
  readonly says: string;
  /** Where it stands: a section, an operation, a schema or a header of the OpenAPI document. */
  readonly where: string;
  /** The check that found it. */
  readonly check: string;
  /** Tokens and account numbers are left out of both. */
  readonly sent: string;
  readonly received: string;
  readonly expected: string;
  /** How often the same was found by the same check. */
  readonly times: number;
}

const longestBody = 900;

const shorten = (text: string): string =>
  text.length <= longestBody ? text : `${text.slice(0, longestBody)}… (${text.length} characters in all)`;

const toldHeaders = [
  'content-type',
  'cache-control',
  'aspire-pay-payer',
  'idempotent-replayed',
  'retry-after',
  'vary',
  'location',
  'access-control-allow-origin',
  'access-control-allow-methods',
  'access-control-allow-headers',
  'access-control-expose-headers',
  'access-control-allow-credentials',
];

const tellHeaders = (headers: Readonly<Record<string, string>>, names: readonly string[]): string =>
  names
    .flatMap((name) => (headers[name] === undefined ? [] : [`${name}: ${headers[name]}`]))
    .map((line) => `\n${line}`)
    .join('');

export const tellSent = ({ as, method, path, headers, body }: Exchange): string =>
  `As ${as}: ${method} ${path}${tellHeaders(headers, Object.keys(headers))}${body === undefined ? '' : `\n\n${shorten(body)}`}`;

export const tellReceived = ({ answer }: Exchange): string =>
  answer.status === 0
    ? `No answer: ${answer.text}`
    : `${answer.status}${tellHeaders(answer.headers, toldHeaders)}${answer.text === '' ? '' : `\n\n${shorten(answer.text)}`}`;

/** Collects the findings of one run; the same one again counts up. */
export class Findings {
  readonly #secrets: Secrets;
  readonly #found = new Map<string, Finding>();

  constructor(secrets: Secrets) {
    this.#secrets = secrets;
  }

  add(rule: RuleId, check: string, exchanges: readonly Exchange[], expected: string): void {
    const identity = [rule, check, expected].join('\n');
    const known = this.#found.get(identity);
    const hide = (texts: readonly string[]): string => this.#secrets.hide(texts.join('\n\n— and —\n\n'));
    this.#found.set(
      identity,
      known
        ? { ...known, times: known.times + 1 }
        : {
            rule,
            says: rules[rule].says,
            where: rules[rule].where,
            check,
            sent: hide(exchanges.map(tellSent)),
            received: hide(exchanges.map(tellReceived)),
            expected: this.#secrets.hide(expected),
            times: 1,
          },
    );
  }

  all(): Finding[] {
    return [...this.#found.values()];
  }
}
