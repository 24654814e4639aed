/** A program run to its end in a folder of somebody else's project. Must not know which. */
import { spawnSync } from 'node:child_process';

/** Nobody builds for production under a test runner, which says so here. */
const { NODE_ENV: _ofTheTests, ...env } = process.env;

export interface Told {
  readonly isDone: boolean;
  readonly said: string;
}

export const tryCommand = (folder: string, command: string, ...args: string[]): Told => {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...env, NO_COLOR: '1', NG_CLI_ANALYTICS: 'false' },
  });
  if (error) throw error;
  return status === 0 ? { isDone: true, said: stdout } : { isDone: false, said: `${stdout}\n${stderr}` };
};

/** What it said; throws with it where it fails. */
export const runCommand = (folder: string, command: string, ...args: string[]): string => {
  const { isDone, said } = tryCommand(folder, command, ...args);
  if (!isDone) throw new Error(`${command} ${args.join(' ')} failed in ${folder}:\n${said}`);
  return said;
};
