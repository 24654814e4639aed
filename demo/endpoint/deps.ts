/**
 * What the endpoint needs from outside: the store, the clock, randomness, keys, a log. No module of the endpoint reads a clock or rolls a
 * die by itself, so that a simulation can drive the real thing.
 */
import type { SendMail } from './mail.js';
import type { RateLimits } from './rate-limits.js';
import type { Store } from './store/open.js';

export interface LogEntry {
  readonly event: string;
  readonly [detail: string]: string | number | boolean | undefined;
}

/** Never receives a header, a query, a body or a bank digit. */
export type Log = (entry: LogEntry) => void;

export type Random = (bytes: number) => Uint8Array;

/** What a hosted field's token stands for. */
export interface ResolvedToken {
  readonly routingNumber: string;
  readonly accountNumber: string;
  readonly bankName?: string;
}

export interface EndpointDeps {
  readonly store: Store;
  readonly now: () => Date;
  readonly random: Random;
  /** 32 bytes: seals account numbers at rest. */
  readonly sealingKey: Uint8Array;
  /** 32 bytes: authenticates previews and cursors. */
  readonly authorizationKey: Uint8Array;
  /** Origins that may call from another site, exactly as a browser sends them. */
  readonly origins: readonly string[];
  readonly log: Log;
  /** How often payments, previews, new bank accounts and codes may be asked for; the usual limits where none are named. */
  readonly rateLimits?: RateLimits | 'none';
  /** Proxies in front that each add to `X-Forwarded-For`; 0 where payers connect directly. */
  readonly trustedProxies?: number;
  /**
   * Name of a cookie of the site that may hold the token instead of the header. The site sets it `HttpOnly; Secure; SameSite=Lax` or
   * `Strict`; writes by it are taken from the endpoint's own origin and from `origins` only.
   */
  readonly cookieName?: string | undefined;
  /** Seconds a payment stays Pending before its record counts as Scheduled. */
  readonly scheduleSeconds: number;
  /** Sends codes to the address on file; without it nothing that needs a mail is offered. */
  readonly mail?: SendMail;
  /** Exchanges a hosted field's token for the numbers; without it tokens are refused. */
  readonly resolveBankToken?: (token: string) => Promise<ResolvedToken | undefined>;
}
