import type { ProblemCode } from '../problems/problemCode';
import { damageOf } from '../profile/cellDamage';
import { attributeFacts } from '../scim/attributeFacts';
import { MAX_DOMAIN, MAX_LOCAL_PART } from '../scim/userNamePolicy';
import type { ResolvedRule } from '../mapping/model/model';
import { excelError } from './damage/damageKinds';
import { recordProblems } from './recordProblems';

/** Why a text is not sent although its type is right. */
interface RefusedText {
  readonly code: ProblemCode;
  readonly reason: string;
}

/** Returns what is wrong with a text for the attribute of a rule. */
export type ValueCheck = (text: string) => RefusedText | undefined;

/** The check for the attribute of a rule; nearly no attribute has one. */
export function valueCheckOf({ path }: ResolvedRule): ValueCheck | undefined {
  if (path.urn !== undefined) return undefined;
  if (path.attribute === 'externalId') return checkId;
  return path.attribute === 'userName' ? checkUserName : undefined;
}

/**
 * The length of the longest directory attribute that people can be matched by: extensionAttribute1 to 15 of Entra ID.
 */
export const MAX_ID = 1024;

/**
 * Refuses an identifier that a spreadsheet damaged, because it belongs to another person or to none, and a text that is
 * too long to be an identifier.
 */
function checkId(text: string): RefusedText | undefined {
  if (text.length > MAX_ID) {
    const reason = `The value has ${text.length} characters, but no attribute for matching people takes more than ${MAX_ID}. Use the column that identifies people.`;
    return { code: recordProblems.idTooLong.code, reason };
  }
  const damage = damageOf(text);
  if (damage.includes('scientific')) {
    const reason =
      'A spreadsheet has rounded the identifier, and digits are lost. Export it again with the column formatted as text.';
    return { code: recordProblems.scientificId.code, reason };
  }
  if (!damage.includes('excelError')) return undefined;
  const reason =
    'The identifier is an error or an empty date of a spreadsheet. Correct its formula, and export it again.';
  return { code: excelError.code, reason };
}

/**
 * Refuses values that no job can turn into a user principal name. A name without an @ passes, because the job's mapping
 * may append the domain. Accents and spaces pass as well, because the default mapping removes them.
 */
function checkUserName(text: string): RefusedText | undefined {
  const at = text.indexOf('@');
  if (/\p{Cc}/u.test(text)) return refuseName('it contains a control character');
  if (at < 0)
    return text.length > MAX_LOCAL_PART ? refuseName(`it has ${tooLong('', text.length, MAX_LOCAL_PART)}`) : undefined;
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  if (domain.includes('@')) return refuseName('it has more than one @');
  if (local === '' || domain === '') return refuseName('one side of its @ is empty');
  if (local.length > MAX_LOCAL_PART)
    return refuseName(`it has ${tooLong(' before the @', local.length, MAX_LOCAL_PART)}`);
  if (domain.length > MAX_DOMAIN) return refuseName(`it has ${tooLong(' after the @', domain.length, MAX_DOMAIN)}`);
  return undefined;
}

function tooLong(where: string, length: number, limit: number): string {
  return `${length} characters${where}, but Entra allows ${limit}`;
}

function refuseName(why: string): RefusedText {
  const reason = `The value cannot become a user principal name: ${why}. Correct it, or build another name in the rule.`;
  return { code: recordProblems.invalidUserName.code, reason };
}

/** The maximum length of an attribute's values, if known for the directory attribute that it usually fills. */
export interface LengthLimit {
  readonly characters: number;
  /** The authority for the limit. */
  readonly source: string;
}

/** `undefined` for `userName`, which has its own check. */
export function lengthLimitOf({ path }: ResolvedRule): LengthLimit | undefined {
  const isUserName = path.urn === undefined && path.attribute === 'userName';
  return isUserName ? undefined : attributeFacts(path)?.maxLength;
}
