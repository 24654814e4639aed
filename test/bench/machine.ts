/** What a benchmark ran on, in one line: figures of another machine say nothing about this one. */
import { cpus, loadavg, totalmem } from 'node:os';
import { version } from '../../src/version.js';

export const describeMachine = (...more: readonly string[]): string => {
  const [first] = cpus();
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  const software = [`aspire-pay ${version}`, `Node ${process.version}`, ...more].join(', ');
  return `${software}; ${cpus().length} × ${first?.model.trim() ?? 'unknown'}, ${memory} GiB, ${process.platform} ${process.arch}, load ${(loadavg()[0] ?? 0).toFixed(1)} at the start`;
};
