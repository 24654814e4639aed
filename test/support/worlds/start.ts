/** Starts and stops the process of the worlds, from the run of the tests. Must not know what a world is. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface StartedWorlds {
  /** Such as `http://127.0.0.1:40123`. */
  readonly url: string;
  stop(): Promise<void>;
}

const readUrl = async (lines: AsyncIterable<string>): Promise<string> => {
  for await (const line of lines) {
    const url = /^Worlds ready at (\S+)$/.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error('The process of the worlds ended before it was ready.');
};

export const startWorlds = async (): Promise<StartedWorlds> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/support/worlds.ts'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const url = await readUrl(createInterface({ input: child.stdout }));
  return {
    url,
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
};
