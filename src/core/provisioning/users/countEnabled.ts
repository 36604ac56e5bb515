import type { DirectoryUser } from '../directory/directory';
import type { JobFlavour } from '../job/compiledJob';
import { accountSwitch } from '../job/compiledJob';

/** How many of the accounts are enabled. One that does not say is: a list of users leaves out what has no value. */
export function countEnabled(users: Iterable<DirectoryUser>, flavour: JobFlavour): number {
  const { attribute, enabled } = accountSwitch(flavour);
  let count = 0;
  for (const { values } of users) if (values.get(attribute) !== !enabled) count++;
  return count;
}
