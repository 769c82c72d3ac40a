/** Why nothing was written: a sentence. */
export class NotWritten extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotWritten';
  }
}
