/**
 * `npm start`: the partner's site with the element in it, the reference endpoint behind it, the back office beside it.
 * Everything it can be told stands in config.ts.
 */
import { readConfig, StartError } from './config.js';
import { startDemo, type Demo } from './server.js';

const fail = (error: unknown): void => {
  console.error(error instanceof StartError ? error.message : error);
  process.exitCode = 1;
};

const stopOnSignal = (demo: Demo): void => {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    // A handle somebody left open must not keep a stopped demo alive.
    demo.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        fail(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
};

try {
  const demo = await startDemo(readConfig(process.env));
  stopOnSignal(demo);
  for (const note of demo.notes) console.warn(note);
  console.log(`Northline’s site is at ${demo.address}/ and its back office at ${demo.address}/back-office/ (Ctrl+C stops both).`);
} catch (error) {
  fail(error);
}
