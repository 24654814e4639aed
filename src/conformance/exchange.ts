/** One request and its answer, as checks and reports see it. Must not know what is right. */
import { Problem, problemName, problemStatus, type FieldError, type ProblemName } from '../api/index.js';
import type { OperationId } from './operations.js';
import type { WireAnswer } from './outside.js';

export interface Exchange {
  /** Undefined for an address that is none of the API's. */
  readonly operation: OperationId | undefined;
  /** Whose token was sent, as the report calls them. */
  readonly as: string;
  /** Whether a token was sent that should sign somebody in. */
  readonly isSignedIn: boolean;
  readonly method: string;
  /** From the base on, with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly answer: WireAnswer;
  /** The answer's body as JSON; undefined when it is none. */
  readonly json: unknown;
}

export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

export const isSuccess = ({ answer: { status } }: Exchange): boolean => status >= 200 && status < 300;

export const isRefusal = ({ answer: { status } }: Exchange): boolean => status >= 400 && status < 500;

export const readProblem = ({ json }: Exchange): Problem | undefined => {
  const parsed = Problem.safeParse(json);
  return parsed.success ? parsed.data : undefined;
};

/** Undefined where the answer names no problem of ours. */
export const nameOfProblem = (exchange: Exchange): ProblemName | undefined => {
  const problem = readProblem(exchange);
  return problem && problemName(problem.type);
};

/** Also where the answer has the status alone: that a name is missing is a finding of its own. */
export const isRefusedAs = (exchange: Exchange, name: ProblemName): boolean =>
  exchange.answer.status === problemStatus[name] && (nameOfProblem(exchange) ?? name) === name;

export const errorsOf = (exchange: Exchange): readonly FieldError[] => readProblem(exchange)?.errors ?? [];

/** `operation` by method and path, such as `POST /payments`. */
export const titleOf = ({ method, path }: Exchange): string => `${method} ${path.split('?')[0] ?? ''}`;
