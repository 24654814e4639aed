/**
 * A client process: takes a plan from its input, sends it, and prints how long each request took. Closed loop: so many at a time. Open loop:
 * each at its own moment, whether or not the one before was answered; what waits counts from when it was to go out. Where there are several
 * addresses, each takes its turn. All clients begin at an agreed moment, with their connections open: what is measured is not how a client
 * starts.
 */
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as rest } from 'node:timers/promises';
import * as z from 'zod/mini';

export const Plan = z.object({
  urls: z.array(z.string()),
  /** Asked once over each connection before anything is measured. */
  first: z.string(),
  method: z.string(),
  headers: z.record(z.string(), z.string()),
  requests: z.array(z.object({ headers: z.record(z.string(), z.string()), body: z.optional(z.string()) })),
  clients: z.int(),
  /** Milliseconds since 1970. */
  startsAt: z.number(),
  /** Requests a second; absent for a closed loop. */
  rate: z.optional(z.number()),
});
export type Plan = z.infer<typeof Plan>;

const plan = Plan.parse(JSON.parse(await text(process.stdin)));
const agent = new Agent({ keepAlive: true, maxSockets: plan.clients });

let turn = 0;
const nextUrl = (): string => {
  turn += 1;
  return plan.urls[turn % plan.urls.length] ?? '';
};

const ask = (url: string, method: string, one: Plan['requests'][number]): Promise<number> =>
  new Promise((done, failed) => {
    const sent = request(url, { method, agent, headers: { ...plan.headers, ...one.headers } }, (answer) => {
      answer.resume();
      answer.once('end', () => done(answer.statusCode ?? 0));
    });
    sent.once('error', failed);
    sent.end(one.body);
  });

const send = (one: Plan['requests'][number]): Promise<number> => ask(nextUrl(), plan.method, one);

const times: number[] = [];
const statuses: Record<string, number> = {};
const measure = async (one: Plan['requests'][number], due: number): Promise<void> => {
  const status = await send(one).catch(() => 0);
  times.push(performance.now() - due);
  statuses[status] = (statuses[status] ?? 0) + 1;
};

const openConnections = (url: string): Promise<unknown> =>
  Promise.all(Array.from({ length: plan.clients }, () => ask(new URL(plan.first, url).href, 'GET', { headers: {} })));

for (const url of plan.urls) await openConnections(url);
await rest(Math.max(0, plan.startsAt - Date.now()));
const started = performance.now();
if (plan.rate === undefined) {
  const waiting = [...plan.requests];
  const work = async (): Promise<void> => {
    for (let one = waiting.pop(); one; one = waiting.pop()) await measure(one, performance.now());
  };
  await Promise.all(Array.from({ length: plan.clients }, work));
} else {
  const gap = 1000 / plan.rate;
  await Promise.all(
    plan.requests.map(async (one, index) => {
      const due = started + index * gap;
      await rest(Math.max(0, due - performance.now()));
      await measure(one, due);
    }),
  );
}
console.log(JSON.stringify({ times, statuses, seconds: (performance.now() - started) / 1000 }));
agent.destroy();
