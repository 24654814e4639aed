/**
 * What the back office's pages share: finding their own elements, and asking again every two seconds while somebody looks.
 * Must not know what is asked.
 */

export const find = <Kind extends Element>(selector: string, kind: new () => Kind): Kind => {
  const element = document.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`The page has no ${selector}.`);
  return element;
};

/** The demo's JSON, or an error for anything but a 2xx. */
export const fetchJson = async (path: string): Promise<unknown> => {
  const response = await fetch(path, { cache: 'no-store', signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`answered ${response.status}`);
  return response.json();
};

/** What the demo refused, in its own words. */
export class Refused extends Error {}

/** Asks the demo to change something. Throws {@link Refused} with a sentence for the person who asked. */
export const sendJson = async (method: 'POST' | 'PUT', path: string, body: object): Promise<unknown> => {
  const headers = { 'Content-Type': 'application/json' };
  const init = { method, headers, body: JSON.stringify(body), signal: AbortSignal.timeout(30_000) };
  const response = await fetch(path, init).catch(() => undefined);
  if (!response) throw new Refused('The demo doesn’t answer. Whether this was done shows in the list.');
  const answer = (await response.json().catch(() => ({}))) as { title?: string };
  if (!response.ok) throw new Refused(answer.title ?? `The demo answered ${response.status}.`);
  return answer;
};

export const pollMs = 2_000;

/** In the browser's own zone, on a clock of 24 hours. */
export const clockTime = (timestamp: string): string => new Date(timestamp).toLocaleTimeString('en-US', { hour12: false });

/** Repeats the work until the page is hidden, and goes on when it is seen again. Gives what makes it run at once. */
export const repeat = (work: () => Promise<void>): (() => void) => {
  let timer: number | undefined;
  let newest = 0;
  const run = (): void => {
    window.clearTimeout(timer);
    newest += 1;
    const mine = newest;
    void work().finally(() => {
      if (mine === newest && !document.hidden) timer = window.setTimeout(run, pollMs);
    });
  };
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) run();
  });
  run();
  return run;
};
