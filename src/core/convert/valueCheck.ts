import type { ProblemCode } from '../problems/problemCode';
import { damageOf } from '../profile/cellDamage';
import { attributeFacts } from '../scim/attributeFacts';
import { MAX_DOMAIN, MAX_LOCAL_PART } from '../scim/userNamePolicy';
import type { ResolvedRule } from '../mapping/model/model';
import { excelError } from './damage/damageKinds';
import { recordProblems } from './recordProblems';

/** What keeps a text from being sent, although it is of the right type. */
interface RefusedText {
  readonly code: ProblemCode;
  readonly reason: string;
}

/** Says what is wrong with a text that a rule gives; texts are those of {@link ResolvedRule}'s attribute. */
export type ValueCheck = (text: string) => RefusedText | undefined;

/** The check that the attribute of a rule asks for; nearly none has one. */
export function valueCheckOf({ path }: ResolvedRule): ValueCheck | undefined {
  if (path.urn !== undefined) return undefined;
  if (path.attribute === 'externalId') return checkId;
  return path.attribute === 'userName' ? checkUserName : undefined;
}

/** The longest attribute of a directory that people can be matched by: extensionAttribute1 to 15 of Entra ID. */
export const MAX_ID = 1024;

/** An identifier that a spreadsheet has spoilt is somebody else's or nobody's, and a text of a megabyte is none. */
function checkId(text: string): RefusedText | undefined {
  if (text.length > MAX_ID) {
    const reason = `The value has ${text.length} characters, and no attribute that people are matched by takes more than ${MAX_ID}. Take the column that identifies people.`;
    return { code: recordProblems.idTooLong.code, reason };
  }
  const damage = damageOf(text);
  if (damage.includes('scientific')) {
    const reason =
      'A spreadsheet has written the identifier as a rounded number, and the digits behind it are lost. Export it again with the column formatted as text.';
    return { code: recordProblems.scientificId.code, reason };
  }
  if (!damage.includes('excelError')) return undefined;
  const reason =
    'The identifier is an error or an empty date of a spreadsheet. Correct the formula behind it, and export it again.';
  return { code: excelError.code, reason };
}

/**
 * What no job can make a user principal name of. A name without an @ passes: the job's mapping may put the domain behind it.
 * Letters with accents and spaces pass, too: the default mapping takes them off and out.
 */
function checkUserName(text: string): RefusedText | undefined {
  const at = text.indexOf('@');
  if (/\p{Cc}/u.test(text)) return refuseName('it holds a control character');
  if (at < 0)
    return text.length > MAX_LOCAL_PART ? refuseName(`it has ${tooLong('', text.length, MAX_LOCAL_PART)}`) : undefined;
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  if (domain.includes('@')) return refuseName('it has more than one @');
  if (local === '' || domain === '') return refuseName('there is nothing on one side of its @');
  if (local.length > MAX_LOCAL_PART)
    return refuseName(`it has ${tooLong(' before the @', local.length, MAX_LOCAL_PART)}`);
  if (domain.length > MAX_DOMAIN) return refuseName(`it has ${tooLong(' behind the @', domain.length, MAX_DOMAIN)}`);
  return undefined;
}

function tooLong(where: string, length: number, limit: number): string {
  return `${length} characters${where}, where Entra takes ${limit}`;
}

function refuseName(why: string): RefusedText {
  const reason = `No user principal name can be made of the value: ${why}. Correct it, or build another name in the rule.`;
  return { code: recordProblems.invalidUserName.code, reason };
}

/** How long the values of an attribute may be, as far as is known of the directory that usually takes it. */
export interface LengthLimit {
  readonly characters: number;
  /** Who says so. */
  readonly source: string;
}

/** A `userName` has a check of its own. */
export function lengthLimitOf({ path }: ResolvedRule): LengthLimit | undefined {
  const isUserName = path.urn === undefined && path.attribute === 'userName';
  return isUserName ? undefined : attributeFacts(path)?.maxLength;
}
