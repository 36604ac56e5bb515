/** An event cannot be written, so nothing more may happen. Says why and what to do. */
export class JournalError extends Error {
  override readonly name = 'JournalError';
  readonly remedy: string;

  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.remedy = remedy;
  }
}
