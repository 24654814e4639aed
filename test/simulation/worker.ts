/** One process of a run: takes batches from the command, one at a time, and answers with what it found. */
import { countViolations, openStage, type Plan } from './runner.js';
import type { Protection } from './protections.js';

// Refusals are errors by the thousand, and nobody reads where they were thrown.
Error.stackTraceLimit = 0;

const stage = await openStage();

process.on('message', (message: Omit<Plan, 'off'> & { readonly off: readonly Protection[] }) => {
  void countViolations(stage, { ...message, off: new Set(message.off) }).then((findings) => process.send?.(findings));
});
process.on('disconnect', () => void stage.close());
process.send?.('ready');
