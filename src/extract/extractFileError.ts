import type { RecordProblem } from '../core/problems/problem';
import type { ProblemKind } from '../core/problems/problemKind';
import { recordProblemOf } from '../core/problems/problemKind';

/**
 * The source of an extract cannot be read: it is missing, not a file, locked, or has changed meanwhile.
 * Thrown by {@link fileBytes} and {@link stdinBytes}; `readExtract` turns it into a fatal problem of the same kind.
 */
export class ExtractFileError extends Error {
  override readonly name = 'ExtractFileError';
  readonly kind: ProblemKind<'file.unreadable' | 'file.changed'>;

  constructor(kind: ExtractFileError['kind'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }

  get code(): ExtractFileError['kind']['code'] {
    return this.kind.code;
  }

  /** The same as an event of the extract. */
  get problem(): RecordProblem {
    return recordProblemOf(this.kind, 'fatal', this.message);
  }
}
