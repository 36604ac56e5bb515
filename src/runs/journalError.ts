/** An event cannot be recorded, so nothing more may happen. The message says why; `remedy` says what to do. */
export class JournalError extends Error {
  override readonly name = 'JournalError';
  readonly remedy: string;

  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.remedy = remedy;
  }
}
