/**
 * `npm run test:conformance`: the kit against the reference endpoint on SQLite, as its command says it. Further arguments go to the command,
 * such as `--html report.html`. Must not know what is checked.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { siteOrigin, startReference } from './support/reference.js';

const reference = await startReference();
const sandbox = [reference.url, '--token', 'demo-acme', '--other-token', 'demo-beta', '--write', '--origin', siteOrigin];
const child = spawn(process.execPath, ['--import', 'tsx', 'src/conformance/cli.ts', ...sandbox, ...process.argv.slice(2)], {
  cwd: resolve(import.meta.dirname, '../..'),
  stdio: 'inherit',
});
const [code] = (await once(child, 'exit')) as [number | null];
await reference.stop();
process.exitCode = code ?? 1;
