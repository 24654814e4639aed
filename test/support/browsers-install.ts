/**
 * Brings a Chromium onto a machine that has no browser at all: Playwright's download first, then Debian's package.
 * Must not know which tests need it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const run = (command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;

/** A downloaded browser may lack the system's libraries; then it doesn't even tell its version. */
const starts = (executable: string | undefined): boolean =>
  executable !== undefined && spawnSync(executable, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;

const downloadByPlaywright = (): boolean => {
  // Playwright is the launcher's dependency, so it is found from there.
  const launcher = createRequire(import.meta.url).resolve('@web/test-runner-playwright');
  const cli = join(dirname(createRequire(launcher).resolve('playwright/package.json')), 'cli.js');
  return run(process.execPath, [cli, 'install', 'chromium'], { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '20000' });
};

const installByDebian = (): boolean => {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return false;
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-q'], quiet);
  return run('apt-get', ['install', '-qy', '--no-install-recommends', 'chromium'], quiet);
};

/** Returns when a Chromium that starts is installed; throws a sentence that says what to do where none could be. */
export const installChromium = (find: () => string | undefined): void => {
  console.log('No browser was found: installing Chromium.');
  if (downloadByPlaywright() && starts(find())) return;
  if (installByDebian() && starts(find())) return;
  throw new Error(
    'No browser was found, and neither Playwright nor apt-get could install one. Install Chromium, Chrome or Firefox and run the tests again, or name one in ASPIRE_PAY_CHROMIUM.',
  );
};
