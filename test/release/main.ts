/** `npm run release:check`: every step is tried and told, and the command fails where one of them does. Must not know the steps. */
import { steps, type Step } from './steps.js';

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

const take = ({ title, check }: Step): boolean => {
  const since = performance.now();
  try {
    const said = check();
    console.log(`ok      ${title}${said === undefined ? '' : `: ${said}`} (${seconds(since)})`);
    return true;
  } catch (error) {
    console.log(`failed  ${title} (${seconds(since)})\n${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
};

const kept = steps.filter(take).length;
console.log(`\n${kept} of ${steps.length} steps passed: ${kept === steps.length ? 'ready to publish' : 'not to be published'}`);
process.exitCode = kept === steps.length ? 0 : 1;
