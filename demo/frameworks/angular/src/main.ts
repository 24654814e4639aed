/** A page in Angular. */
import { bootstrapApplication } from '@angular/platform-browser';
import { Account } from './account';

void bootstrapApplication(Account);
