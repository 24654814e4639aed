/** Endpoints broken in one place each: answers, lists, CORS. What is broken stands in the tables beside this file. */
import { reading } from './all.js';
import { itFinds } from './find.js';

itFinds(reading);
