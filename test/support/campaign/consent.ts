import { guardLimits } from '../../../src/core/guards/limitTable';
import type { Confirmation } from '../../../src/sending/confirmation';
import type { Preparation } from '../../../src/sending/preparation';

/** Guards are proven elsewhere; here every plan is to be sent. */
export const LOOSE = guardLimits({
  'disable.stop.count': 1_000_000,
  'disable.stop.percent': 100,
  'shrink.stop': 100,
  'change.stopIdentity': 100,
  'empty.stop': 100,
  'refuse.stop': 100,
});

/** Says yes to a plan, and types everything that its guards ask for. */
export function confirm({ file, findings }: Preparation): Confirmation {
  const typed = findings.flatMap(({ typed: text }) => (text === undefined ? [] : [text]));
  return { plan: file.plan, by: '--confirm', typed };
}
