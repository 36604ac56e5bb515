import type { RecordProblem } from '../core/problems/problem';

/**
 * The place that an extract should come from cannot be read: it is missing, no file, locked, or changed meanwhile.
 * Thrown by {@link fileBytes} and {@link stdinBytes}; `readExtract` turns it into a fatal problem of the same code.
 */
export class ExtractFileError extends Error {
  override readonly name = 'ExtractFileError';
  readonly code: 'file.unreadable' | 'file.changed';

  constructor(code: ExtractFileError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  /** The same as an event of the extract can say it. */
  get problem(): RecordProblem {
    return { code: this.code, severity: 'fatal', message: this.message };
  }
}
