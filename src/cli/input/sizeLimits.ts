import type { SizeLimits } from '../../core/csv/extractEvent';
import type { Invocation } from '../command';
import { integerOption } from '../command';

/** The limits that `--max-records` and `--max-bytes` set. Throws `UsageError`. */
export function sizeLimits(invocation: Invocation): Partial<SizeLimits> {
  const records = integerOption(invocation, 'max-records', 1, Number.MAX_SAFE_INTEGER);
  const bytes = integerOption(invocation, 'max-bytes', 1, Number.MAX_SAFE_INTEGER);
  return { ...(records === undefined ? {} : { records }), ...(bytes === undefined ? {} : { bytes }) };
}
