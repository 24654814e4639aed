/**
 * Why the back office can't do what it was asked for: a sentence for the person who asked. Thrown, so that nothing is stored.
 */

export type EftRefusalCode = 'bad-range' | 'not-sent' | 'unknown-batch' | 'unknown-record' | 'unknown-return-code';

export class EftRefusal extends Error {
  readonly code: EftRefusalCode;

  constructor(code: EftRefusalCode, message: string) {
    super(message);
    this.name = 'EftRefusal';
    this.code = code;
  }
}
