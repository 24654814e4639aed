/** Endpoints broken in one place each: in flight, history, cancel, bank accounts. What is broken stands in the tables beside this file. */
import { after } from './all.js';
import { itFinds } from './find.js';

itFinds(after);
