/** Gives templates the types of the tag. Without it CUSTOM_ELEMENTS_SCHEMA would do, and check nothing. */
import { Directive, ElementRef, Input, inject } from '@angular/core';
import 'aspire-pay/define.js';
import type { AspirePay } from 'aspire-pay';

@Directive({ selector: 'aspire-pay' })
export class AspirePayDirective {
  readonly #element = inject<ElementRef<AspirePay>>(ElementRef).nativeElement;

  @Input() set endpoint(value: AspirePay['endpoint']) {
    this.#element.endpoint = value;
  }
  @Input() set contract(value: AspirePay['contract']) {
    this.#element.contract = value;
  }
  @Input() set view(value: AspirePay['view']) {
    this.#element.view = value;
  }
  @Input() set locale(value: AspirePay['locale']) {
    this.#element.locale = value;
  }
  @Input() set theme(value: AspirePay['theme']) {
    this.#element.theme = value;
  }
  @Input() set credentials(value: AspirePay['credentials']) {
    this.#element.credentials = value;
  }
  @Input() set headingLevel(value: AspirePay['headingLevel']) {
    this.#element.headingLevel = value;
  }
  @Input() set getToken(value: AspirePay['getToken']) {
    this.#element.getToken = value;
  }
  @Input() set transport(value: AspirePay['transport']) {
    this.#element.transport = value;
  }
  @Input() set bankSource(value: AspirePay['bankSource']) {
    this.#element.bankSource = value;
  }
  @Input() set messages(value: AspirePay['messages']) {
    this.#element.messages = value;
  }
}
