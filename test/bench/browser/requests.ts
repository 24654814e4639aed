/** Whom a page asks, as the browser itself notes it: pictures, beacons and sockets as well as data. Must not know what is measured. */
import type { Visit } from './driver.js';

export interface Asked {
  /** Paths on the page's own origin that are neither the page nor its script. */
  readonly endpoint: readonly string[];
  /** How often each other origin was asked. */
  readonly elsewhere: ReadonlyMap<string, number>;
}

/** Ends counting, and tells what was asked since it began. */
export type Count = () => Asked;

const inline = ['data:', 'blob:', 'about:'];

export const countRequests = async ({ devtools }: Visit, site: string): Promise<Count> => {
  const asked: URL[] = [];
  const note = (address: string): void => {
    const url = new URL(address);
    if (!inline.includes(url.protocol)) asked.push(url);
  };
  devtools.on('Network.requestWillBeSent', ({ request }) => note(request.url));
  devtools.on('Network.webSocketCreated', ({ url }) => note(url));
  await devtools.send('Network.enable');
  return () => {
    const elsewhere = new Map<string, number>();
    for (const { origin } of asked) if (origin !== site) elsewhere.set(origin, (elsewhere.get(origin) ?? 0) + 1);
    const own = asked.filter(({ origin }) => origin === site).map(({ pathname, search }) => pathname + search);
    return { elsewhere, endpoint: own.filter((path) => !['/', '/script.js'].includes(path)) };
  };
};
