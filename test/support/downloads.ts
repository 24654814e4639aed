/**
 * The files that a page gives to a person, kept by the test: nothing reaches the machine's disk. Must not know what is in them.
 */

export interface Downloaded {
  readonly name: string;
  readonly blob: Blob;
}

export class Downloads {
  readonly files: Downloaded[] = [];
  /** Addresses that are still held for a file. */
  readonly held = new Map<string, Blob>();
  readonly #create = URL.createObjectURL.bind(URL);
  readonly #revoke = URL.revokeObjectURL.bind(URL);

  constructor() {
    const { files, held } = this;
    URL.createObjectURL = (blob: Blob) => {
      const address = this.#create(blob);
      held.set(address, blob);
      return address;
    };
    URL.revokeObjectURL = (address) => {
      held.delete(address);
      this.#revoke(address);
    };
    HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement) {
      const blob = held.get(this.href);
      if (blob) files.push({ name: this.download, blob });
    };
  }

  stop(): void {
    URL.createObjectURL = this.#create;
    URL.revokeObjectURL = this.#revoke;
    Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
  }
}
