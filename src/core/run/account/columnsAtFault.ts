import type { LogEntry } from '../../logs/logEntry';
import { explainEntry } from '../../logs/explain';
import { columnsOf } from '../../mapping/model/columns';
import type { LoadedMapping } from '../../mapping/loadMapping';
import type { ResolvedRule } from '../../mapping/model/model';
import { attributeFacts } from '../../scim/attributeFacts';
import { formatAttributePath } from '../../scim/attributePath';

/**
 * The columns that caused a person's error: those that feed the attributes named by the entry's error. An attribute may
 * be named as in the mapping, or by the name of a target attribute that a job usually fills from it. Empty if the error
 * names none.
 */
export function columnsAtFault(entry: LogEntry, { model }: LoadedMapping): readonly string[] {
  if (explainEntry(entry) === undefined) return [];
  const { code = '', reason = '', additionalDetails = '' } = entry.error ?? {};
  const failed = entry.steps.filter(({ status }) => status === 'failure');
  const stepTexts = failed.flatMap(({ description, details }) => [description, ...Object.values(details)]);
  const prose = [reason, additionalDetails, ...stepTexts].join('\n');
  return columnsWhere(model.rules, (name) => isNamed(name, prose) || isInCode(name, code));
}

/** Like {@link columnsAtFault}, from the error code alone: of an entry, only its code is stored. */
export function columnsOfCode(code: string | undefined, { model }: LoadedMapping): readonly string[] {
  return code === undefined ? [] : columnsWhere(model.rules, (name) => isInCode(name, code));
}

/** The columns that supply an attribute, by the attribute's name in the log. */
export function columnsOfAttribute(attribute: string, { model }: LoadedMapping): readonly string[] {
  return columnsWhere(model.rules, (name) => name.toLowerCase() === attribute.toLowerCase());
}

/**
 * The column whose cells are sent unchanged as matching ids; `undefined` if ids are computed, or come from several
 * columns or none.
 */
export function idColumnOf({ model }: LoadedMapping): string | undefined {
  const rules = model.rules.filter((rule) => namesOf(rule).some((name) => name === 'externalId'));
  const [only, ...others] = rules.map(({ expression }) => expression);
  return only?.kind === 'attribute' && others.length === 0 && only.name !== '' ? only.name : undefined;
}

function columnsWhere(rules: readonly ResolvedRule[], isMeant: (name: string) => boolean): readonly string[] {
  const meant = rules.filter((rule) => namesOf(rule).some(isMeant));
  return [...new Set(meant.flatMap(({ expression }) => columnsOf(expression).map(({ column }) => column)))];
}

function namesOf({ path }: ResolvedRule): readonly string[] {
  const { urn: _, ...local } = path;
  const facts = attributeFacts(path);
  return [formatAttributePath(local), ...(facts?.entra ?? []), ...(facts?.activeDirectory ?? [])];
}

/** `userPrincipalName` is not an English word, but `state` may be: it only counts in quotes or next to "attribute". */
function isNamed(name: string, prose: string): boolean {
  const word = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const isOwnWord = isCompound(name) || /[.[]/.test(name);
  const pattern = isOwnWord
    ? `(?<![\\w.])${word}(?![\\w[])`
    : `(["'\`])${word}\\1|\\b(?:attribute|property) ${word}\\b|\\b${word} (?:attribute|property)\\b`;
  return new RegExp(pattern, 'i').test(prose);
}

/** Codes are compound words: `InvalidUserPrincipalName`. */
function isInCode(name: string, code: string): boolean {
  return isCompound(name) && code.toLowerCase().includes(name.toLowerCase());
}

function isCompound(name: string): boolean {
  return /^\w*[a-z][A-Z]\w*$/.test(name);
}
