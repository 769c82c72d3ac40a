/** The history of a repository is damaged, or asks for more than is read of one. The message says which, as a sentence. */
export class UnreadableHistory extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnreadableHistory';
  }
}
