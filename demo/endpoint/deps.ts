/**
 * What the endpoint needs from outside: the store, the clock, randomness, keys, a log. No module of the endpoint reads a clock or rolls a
 * die by itself, so that a simulation can drive the real thing.
 */
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
  /** Seconds a payment stays Pending before its record counts as Scheduled. */
  readonly scheduleSeconds: number;
  /** Exchanges a hosted field's token for the numbers; without it tokens are refused. */
  readonly resolveBankToken?: (token: string) => Promise<ResolvedToken | undefined>;
}
