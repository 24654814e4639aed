/**
 * Where a request comes from, for limits alone: never logged, never stored in the clear.
 */
import type { Context } from 'hono';

/** As @hono/node-server hands it over; absent where the app is called in process. */
const socketAddress = (c: Context): string | undefined => {
  const bindings = c.env as { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } } | undefined;
  return bindings?.incoming?.socket?.remoteAddress;
};

/** Some proxies write the port, too: `203.0.113.7:49152`, `[2001:db8::5]:49152`. Counted with it, nobody would ever come twice. */
const withoutPort = (address: string): string =>
  /^\[([^\]]*)\](:\d+)?$/.exec(address)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(address)?.[1] ?? address;

/** One household or office has a whole /64 of IPv6 addresses. */
const network = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  return [...front, ...Array<string>(gap).fill('0'), ...back].slice(0, 4).join(':');
};

/**
 * The client's address. Each trusted proxy in front added the address it was called from to `X-Forwarded-For`; what stands further left
 * anybody can have written.
 */
export const addressOf = (c: Context, trustedProxies = 0): string | undefined => {
  const own = socketAddress(c);
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((text) => text.trim());
  const address = trustedProxies === 0 ? own : forwarded.at(-trustedProxies);
  return address === undefined || address === '' ? own && network(own) : network(withoutPort(address));
};
