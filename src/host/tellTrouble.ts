import type { Explanation } from '../core/logs/explanations';
import type { RunAccount } from '../core/run/runAccount';

/** What kept a run from coming to its end. */
export interface Trouble extends Explanation {
  /** `silence`: everything was sent, and the log says nothing of some of it. */
  readonly kind: 'sending' | 'silence';
  /** Whether it was open if the service had taken the request that sending stopped at. */
  readonly isUnknown?: boolean;
  /** Whether the service asked for a wait after which sending may go on. */
  readonly isPause?: boolean;
}

/** The trouble in plain words, beside an account that counts people; `undefined` where there is nothing to add. */
export function tellTrouble({ counts }: RunAccount, trouble: Trouble | undefined): string | undefined {
  if (trouble === undefined) return undefined;
  if (trouble.kind === 'silence' && counts.waiting === 0) return undefined;
  if (trouble.isUnknown !== true || counts.unknown > 0) return `${trouble.cause} ${trouble.remedy}`;
  const rest =
    counts['not-sent'] === 0 ? '' : ' Send again for the others; whoever is there already stays as they are.';
  return `${trouble.cause} The log shows that the request was taken all the same.${rest}`;
}
