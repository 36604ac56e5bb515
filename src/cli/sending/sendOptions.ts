import type { PilotChoice } from '../../core/run/people/peopleSelection';
import { MAX_OPERATIONS } from '../../core/scim/bulkRequest';
import type { Invocation } from '../command';
import { integerOption, UsageError } from '../command';
import { READ_OPTIONS } from '../input/readOptions';
import type { Options } from '../readWords';
import type { GivenConsent } from './permission';

/** The options that determine a plan's content. They must be the same for `plan` and `send`, or the hashes differ. */
export const PLAN_OPTIONS: Options = {
  mapping: { type: 'string' },
  connection: { type: 'string' },
  'only-changes': { type: 'boolean' },
  pilot: { type: 'string' },
  'no-pilot': { type: 'boolean' },
  'no-predict': { type: 'boolean' },
  'show-values': { type: 'boolean' },
  ...READ_OPTIONS,
};

/** Their lines in help pages. */
export const PLAN_USAGE: readonly string[] = [
  '--only-changes       send only what has changed since this machine last sent to the job: joiners, changes, leavers',
  `--pilot N            send the first N people alone (1 to ${MAX_OPERATIONS}) and wait for their log entries before the others;`,
  '                     recommended for the first send to a real job and after a change of the mapping',
  '--no-pilot           send everybody at once',
  '--no-predict         do not look up accounts for the guards, which then count only what is sent',
];

/** The size of the pilot; `undefined` for the default. Throws {@link UsageError}. */
export function pilotOption(invocation: Invocation): PilotChoice | undefined {
  const first = integerOption(invocation, 'pilot', 1, MAX_OPERATIONS);
  if (!invocation.flag('no-pilot')) return first === undefined ? undefined : { first };
  if (first !== undefined) throw new UsageError('--pilot and --no-pilot exclude each other.');
  return { first: 0 };
}

/** The consent that the command gives. Throws {@link UsageError}. */
export function givenConsent(invocation: Invocation): GivenConsent {
  const confirm = invocation.option('confirm');
  if (confirm !== undefined && !/^[0-9a-f]{64}$/.test(confirm))
    throw new UsageError(
      `--confirm takes the hash of a plan, 64 digits and letters from a to f, as "plan" prints it; not "${confirm}".`,
    );
  return { yes: invocation.flag('yes'), ...(confirm !== undefined && { confirm }) };
}
