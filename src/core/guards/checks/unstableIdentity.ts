import type { Guard } from '../guard';
import type { OwnFacts } from '../guardFacts';
import { listNames } from '../listNames';

/**
 * An id that depends on random numbers or the time makes everybody a new person in each run, a constant id makes
 * everybody the same person, and a changing sign-in name locks people out.
 */
export const unstableIdentity: Guard<OwnFacts> = {
  id: 'G22',
  title: 'An identity that changes or is constant',
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
  return `${listNames(paths)} would be different at every run, because ${rulesOf(paths, 'uses', 'use')} random values or the time.`;
}

function isConstant(paths: readonly string[]): string {
  return `${listNames(paths)} would be the same for everybody, because ${rulesOf(paths, 'is a constant', 'are constants')}.`;
}

function rulesOf({ length }: readonly string[], one: string, several: string): string {
  return length === 1 ? `its rule ${one}` : `their rules ${several}`;
}
