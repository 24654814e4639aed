/** What the site's page and the bank fields in their frame say to each other. Types only: each side checks what it hears. */

/** From the site. */
export type ToFields =
  /** The payer has pressed on: answer under this id. */
  | { readonly type: 'collect'; readonly id: string }
  /** Nobody waits for that answer any more. */
  | { readonly type: 'stop'; readonly id: string }
  /** Off the screen: nothing typed may stay. */
  | { readonly type: 'clear' };

/** To the site. Never a digit of what was typed. */
export type FromFields =
  | { readonly type: 'edited' }
  | { readonly type: 'collected'; readonly id: string; readonly token: string }
  | { readonly type: 'invalid'; readonly id: string; readonly text: string }
  | { readonly type: 'cancelled'; readonly id: string }
  /** The fields need this many pixels. */
  | { readonly type: 'sized'; readonly height: number };
