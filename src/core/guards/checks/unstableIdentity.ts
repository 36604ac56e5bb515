import type { Guard } from '../guard';
import type { OwnFacts } from '../guardFacts';
import { listNames } from '../listNames';

/**
 * An id by chance or by the clock makes a new person of everybody at each run, a constant one makes one person of them; a sign-in name
 * locks people out.
 */
export const unstableIdentity: Guard<OwnFacts> = {
  id: 'G22',
  title: 'An identity that changes or is a constant',
  check: ({ unstableIdentity: unstable, constantIdentity: constant, survey }) => {
    const paths = [...unstable, ...constant];
    if (paths.length === 0) return { decision: 'pass', message: 'Ids and sign-in names are the same at every run.' };
    const found = [
      ...(unstable.length === 0 ? [] : [differs(unstable)]),
      ...(constant.length === 0 ? [] : [isConstant(constant)]),
    ].join(' ');
    const rest = { value: survey.operations };
    if (paths.some((path) => path.toLowerCase() === 'externalid'))
      return { decision: 'stop', message: `${found} Take the id from a column that never changes.`, ...rest };
    const message = `${found} Make ${paths.length === 1 ? 'it' : 'them'} from columns that do not change.`;
    return { decision: 'type', message, typed: String(survey.operations), ...rest };
  },
};

function differs(paths: readonly string[]): string {
  return `${listNames(paths)} would be different at every run, because ${rulesOf(paths, 'uses', 'use')} chance or the time.`;
}

function isConstant(paths: readonly string[]): string {
  return `${listNames(paths)} would be the same for everybody, because ${rulesOf(paths, 'is a constant', 'are constants')}.`;
}

function rulesOf({ length }: readonly string[], one: string, several: string): string {
  return length === 1 ? `its rule ${one}` : `their rules ${several}`;
}
