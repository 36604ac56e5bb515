import type { Guard } from '../guard';
import type { OwnFacts } from '../guardFacts';
import { listNames } from '../listNames';

/** An id by chance or by the clock makes a new person of everybody at each run; a sign-in name locks people out. */
export const unstableIdentity: Guard<OwnFacts> = {
  id: 'G22',
  title: 'An identity that changes at every run',
  check: ({ unstableIdentity: paths, survey }) => {
    if (paths.length === 0) return { decision: 'pass', message: 'Ids and sign-in names are the same at every run.' };
    const found = `${listNames(paths)} would be different at every run, because its rule uses chance or the time.`;
    const rest = { value: survey.operations };
    if (paths.some((path) => path.toLowerCase() === 'externalid'))
      return { decision: 'stop', message: `${found} Take the id from a column that never changes.`, ...rest };
    const message = `${found} Make it from columns that do not change.`;
    return { decision: 'type', message, typed: String(survey.operations), ...rest };
  },
};
