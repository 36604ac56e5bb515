import type { Explanation } from '../../logs/explanations';
import type { DirectoryUser } from '../directory/directory';
import type { Refusal } from '../directory/refusal';
import type { TargetValues } from '../directory/targetValue';
import { foldText, targetTextOf } from '../directory/targetValue';
import type { CompiledObjectMapping } from '../job/compiledJob';
import type { RecordFrame } from './decision';

/** Everyday names of attributes that must be unique; others are called by their attribute names. */
const NOUNS: ReadonlyMap<string, string> = new Map([['userPrincipalName', 'sign-in name']]);

/**
 * Explains a value that another account has already. Usually that account is the person's own, created before the job
 * and without the matching value, so that another value for the person would create a second account. Source: Entra,
 * inbound provisioning FAQ (matching); Microsoft support, conflicting userPrincipalName values.
 * @param after the values that the record's account would have
 */
export function explainTaken(
  refusal: Refusal,
  { account, mapping }: { readonly account: DirectoryUser | undefined; readonly mapping: CompiledObjectMapping },
  after: TargetValues,
  { state: { directory } }: RecordFrame,
): Refusal {
  const { taken } = refusal;
  if (taken === undefined) return refusal;
  const holder = directory.withValue(taken, targetTextOf(after, taken)).find(({ id }) => id !== account?.id);
  const [matching] = mapping.matching;
  if (holder === undefined || matching === undefined) return refusal;
  const noun = NOUNS.get(taken) ?? taken;
  const explanation =
    account === undefined
      ? explainHolder({ holder, after, matching: matching.target, taken, noun })
      : {
          cause: `Another account has this ${noun} already.`,
          remedy: `Find out whose it is. If both accounts are this person's, keep one of them; if it is somebody else's, send another ${noun} for this person.`,
        };
  return { ...refusal, explanation, recommendedAction: explanation.remedy };
}

interface HeldName {
  readonly holder: DirectoryUser;
  readonly after: TargetValues;
  /** The first matching attribute of the job. */
  readonly matching: string;
  /** The attribute whose value is taken, and its everyday name. */
  readonly taken: string;
  readonly noun: string;
}

/** Explains the case in which the job has found no account and would create one. */
function explainHolder({ holder, after, matching, taken, noun }: HeldName): Explanation {
  const [own, theirs] = [targetTextOf(after, matching), targetTextOf(holder.values, matching)];
  const [name, theirName] = [plainName(after), plainName(holder.values)];
  const isNamesake = theirName !== '' && theirName === name;
  const names = isNamesake ? ' and the same display name' : theirName === '' ? '' : ' and another display name';
  if (theirs === '') {
    const match = `set ${matching} of that account to ${own}, or add ${taken} to the job as a second matching attribute`;
    const cause = `An account has this ${noun}${names}, and its ${matching} is empty, so the job does not find it.`;
    return isNamesake
      ? { cause, remedy: `If it is this person's account, ${match}. Another ${noun} would make a second account.` }
      : {
          cause,
          remedy: `Find out whose account it is. If it is this person's, ${match}. If it is somebody else's, send another ${noun} for this person.`,
        };
  }
  return {
    cause: `An account has this ${noun}${names}, and another ${matching} than ${own}.`,
    remedy: `Find out whose account it is. If it is this person's, correct the ${matching} of that account or the id of the record. If it is somebody else's, send another ${noun} for this person.`,
  };
}

/** The display name without invisible differences. */
function plainName(values: TargetValues): string {
  return foldText(targetTextOf(values, 'displayName').normalize('NFC').trim().replaceAll(/\s+/gu, ' '));
}
