/** Endpoints broken in one place each: keys, voids, payers. What is broken stands in the tables beside this file. */
import { once } from './all.js';
import { itFinds } from './find.js';

itFinds(once);
