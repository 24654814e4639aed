/** The element in Angular: properties by a small directive, events as they are. */
import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import type { AspirePayEventMap, Messages } from 'aspire-pay';
import { AspirePayDirective } from './aspire-pay.directive';

@Component({
  selector: 'my-account',
  imports: [AspirePayDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <aspire-pay
      endpoint="/api/aspire-pay/v1"
      [headingLevel]="1"
      [getToken]="getToken"
      [messages]="messages"
      (aspire-pay-submitted)="told($event)"
    >
      <strong slot="logo">Northline Leasing</strong>
    </aspire-pay>
    <p id="told">{{ reference() && 'We have your payment ' + reference() + '.' }}</p>
  `,
})
export class Account {
  readonly reference = signal('');
  readonly messages: Messages = { line: { pay: 'Pay this lease' } };
  readonly getToken = async (): Promise<string> => (await fetch('/my/token')).text();

  told({ detail }: AspirePayEventMap['aspire-pay-submitted']): void {
    this.reference.set(detail.payments.map((payment) => payment.reference).join(', '));
  }
}
