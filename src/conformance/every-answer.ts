/** What must hold of every answer, whatever was asked: looked at as it arrives. Must not know what a check expects of it. */
import * as z from 'zod/mini';
import { Problem, problemName, problemStatus } from '../api/index.js';
import { isSuccess, titleOf, type Exchange } from './exchange.js';
import { operationOf } from './operations.js';
import type { RuleId } from './rules.js';
import type { Secrets } from './secrets.js';

export type Fault = readonly [rule: RuleId, expected: string];

const mostBytes = 1_048_576;

const hasType = ({ answer }: Exchange, type: string): boolean =>
  (answer.headers['content-type'] ?? '').toLowerCase().split(';')[0]?.trim() === type;

const judgeSuccess = (exchange: Exchange): Fault[] => {
  if (exchange.operation === undefined) return [];
  const { successes, form } = operationOf(exchange.operation);
  const { status, text } = exchange.answer;
  if (!successes.includes(status)) return [['answer.form', `${titleOf(exchange)} succeeds with ${successes.join(' or ')}`]];
  if (status === 204) return text === '' ? [] : [['answer.form', 'a 204 has no body']];
  if (form === undefined) return [];
  const faults: Fault[] = hasType(exchange, 'application/json') ? [] : [['answer.media-type', 'Content-Type: application/json']];
  const parsed = z.safeParse(form, exchange.json);
  if (parsed.success) return faults;
  const places = parsed.error.issues.slice(0, 5).map(({ path, code }) => `/${path.map(String).join('/')} (${code})`);
  return [...faults, ['answer.form', `the form of the operation’s schema; wrong at ${places.join(', ')}`]];
};

/** A key's syntax alone has another status than its name. */
const statusesOf = (name: keyof typeof problemStatus): number[] => (name === 'invalid' ? [422, 400] : [problemStatus[name]]);

const judgeProblem = (exchange: Exchange): Fault[] => {
  const { status } = exchange.answer;
  const parsed = Problem.safeParse(exchange.json);
  if (!parsed.success || !hasType(exchange, 'application/problem+json')) {
    return [['problem.form', 'application/problem+json with a type, in the form of Problem']];
  }
  const name = problemName(parsed.data.type);
  if (name === undefined) return exchange.operation === undefined ? [] : [['problem.name', 'a type urn:aspire-pay:problem:<name>']];
  const faults: Fault[] = [];
  if (!statusesOf(name).includes(status)) faults.push(['problem.status', `status ${problemStatus[name]} for ${name}`]);
  if (parsed.data.status !== undefined && parsed.data.status !== status) {
    faults.push(['problem.status', `status ${status} in the problem’s body, as in the answer`]);
  }
  const pointers = parsed.data.errors?.map(({ pointer }) => pointer) ?? [];
  const isPointer = (pointer: string): boolean => pointer === '' || /^(\/|\?)/.test(pointer);
  if (!pointers.every(isPointer)) faults.push(['problem.pointer', 'a pointer such as /items/0/amount or ?limit']);
  return faults;
};

/** Seconds, or a date. */
const judgeRetryAfter = ({ answer }: Exchange): Fault[] => {
  if (answer.status !== 429 && answer.status !== 503) return [];
  const text = answer.headers['retry-after'] ?? '';
  const isSaid = /^\d+$/.test(text) || !Number.isNaN(Date.parse(text));
  return isSaid ? [] : [['problem.retry-after', `Retry-After beside ${answer.status}`]];
};

const judgeStatus = (exchange: Exchange): Fault[] => {
  const { status } = exchange.answer;
  const title = titleOf(exchange);
  if (status === 0) return [['answer.no-failure', `an answer to ${title}`]];
  if (isSuccess(exchange)) return judgeSuccess(exchange);
  if (status < 400) return [['answer.no-failure', `no redirect from ${title}`]];
  if (status >= 500 && status !== 503) return [['answer.no-failure', `no ${status} from ${title}`]];
  return exchange.operation === undefined && exchange.method === 'OPTIONS' ? [] : judgeProblem(exchange);
};

const judgePayer = (exchange: Exchange, payerId: string | undefined): Fault[] => {
  const { operation, isSignedIn, answer } = exchange;
  if (operation === undefined || operationOf(operation).isPublic === true || !isSignedIn || payerId === undefined) return [];
  if (answer.status >= 500 || answer.headers['aspire-pay-payer'] === payerId) return [];
  return [['answer.payer', `Aspire-Pay-Payer: ${payerId}`]];
};

const findLinks = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, content]) =>
    ['logoUrl', 'helpUrl', 'documentUrl'].includes(name) && typeof content === 'string' ? [content] : findLinks(content),
  );
};

/** http only on this machine, as a developer's sandbox has it. */
const isSafe = (link: string): boolean => {
  if (!URL.canParse(link)) return false;
  const { protocol, hostname } = new URL(link);
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
};

/** `payerId` is who the token of this exchange signs in, once that is known. */
export const judgeAnswer = (exchange: Exchange, payerId: string | undefined, secrets: Secrets): Fault[] => {
  const { answer } = exchange;
  const faults = [...judgeStatus(exchange), ...judgeRetryAfter(exchange), ...judgePayer(exchange, payerId)];
  if (answer.status === 0) return faults;
  if (!/(^|[\s,])no-store($|[\s,])/i.test(answer.headers['cache-control'] ?? ''))
    faults.push(['answer.no-store', 'Cache-Control: no-store']);
  if (answer.bytes > mostBytes) faults.push(['answer.size', `at most ${mostBytes} bytes, not ${answer.bytes}`]);
  if (!findLinks(exchange.json).every(isSafe)) {
    faults.push(['answer.links', 'https: links']);
  }
  if (secrets.holdsAccountNumber(answer.text + Object.values(answer.headers).join('\n'))) {
    faults.push(['answer.digits', 'no digits of an account number but its last four']);
  }
  return faults;
};
