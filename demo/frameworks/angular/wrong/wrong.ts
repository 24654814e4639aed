/** Each line of the template is a mistake, and the compiler says so. */
import { Component } from '@angular/core';
import { AspirePayDirective } from '../src/aspire-pay.directive';

@Component({
  selector: 'my-mistakes',
  imports: [AspirePayDirective],
  template: `
    <aspire-pay theme="drak" />
    <aspire-pay headingLevel="1" />
    <aspire-pay [getToken]="answersNoPromise" />
    <aspire-pay [messages]="{ line: { pya: 'Pay' } }" />
    <aspire-pay (aspire-pay-submitted)="told($event.detail.paid)" />
  `,
})
export class Mistakes {
  readonly answersNoPromise = (): string => 'token';

  told(what: unknown): void {
    console.log(what);
  }
}
