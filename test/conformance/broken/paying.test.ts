/** Endpoints broken in one place each: amounts, days, items, authorizations. What is broken stands in the tables beside this file. */
import { paying } from './all.js';
import { itFinds } from './find.js';

itFinds(paying);
