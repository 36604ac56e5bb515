import { anchorFindings } from '../../../core/examine/anchorFindings';
import { ANSWER_WORDS, STATUS_WORDS } from '../../../core/profile/statusWords';
import type { Expression } from '../../../core/expression/syntax';
import { nearest } from '../../../core/text/nearest';
import { statusRowsIn, textsIn } from '../../shared/fixes/fixData';
import type { MappingDocument } from '../document/mappingDocument';
import { expressionAround } from '../rewrite/expressionAt';

/**
 * What happens to the people who have a status. Those who are excluded are not sent, and their accounts stay as they
 * are.
 */
export type StatusDecision = 'enabled' | 'disabled' | 'excluded';

/** A status that the rule for `active` does not name. */
export interface OpenStatus {
  /** Empty for records without one. */
  readonly word: string;
  readonly records: number;
  /** The known meaning of the word, if any. */
  readonly preset?: 'enabled' | 'disabled';
  /** The known word that this one is probably misspelled for. */
  readonly meant?: string;
}

/** Statuses of a column that somebody has to decide. */
export interface StatusQuestion {
  readonly column: string;
  /** The whole rule for `active`. */
  readonly rule: Expression;
  /** Those whose meaning is known come first, then by the number of records. */
  readonly statuses: readonly OpenStatus[];
}

/** Members of a problem's data that list statuses, by its code. */
const LISTS: Readonly<Record<string, string>> = {
  'value.status.undecided': 'undecided',
  'value.status.by-default': 'unnamed',
  'value.status.all-disabled': 'unnamed',
};

export const STATUS_CODES = Object.keys(LISTS);

/** What the extract leaves open about `active`; `undefined` where nothing is, or more than one column decides. */
export function statusQuestion(document: MappingDocument): StatusQuestion | undefined {
  const { loaded, knowledge } = document;
  const open = new Map<string, OpenStatus>();
  let found: Pick<StatusQuestion, 'column' | 'rule'> | undefined;
  for (const { code, span, data = {} } of anchorFindings(loaded, knowledge.extract?.values?.findings ?? [])) {
    const list = LISTS[code];
    const rule = list === undefined ? undefined : expressionAround(document, span);
    const [column, ...others] = textsIn(data, 'columns');
    if (list === undefined || rule === undefined || column === undefined || others.length > 0) continue;
    found = { column, rule };
    for (const { word, count } of statusRowsIn(data, list))
      // A text of the language ends on its line
      if (!/[\r\n]/.test(word)) open.set(word, { word, records: count, ...meaningOf(word, textsIn(data, 'named')) });
  }
  const statuses = [...open.values()].sort((a, b) => rank(a) - rank(b) || b.records - a.records);
  return found === undefined || statuses.length === 0 ? undefined : { ...found, statuses };
}

function rank({ preset }: OpenStatus): number {
  return preset === undefined ? 1 : 0;
}

/**
 * Known words, ignoring case; else the one that this is probably misspelled for, of those that the rule names first.
 */
function meaningOf(word: string, named: readonly string[]): Pick<OpenStatus, 'preset' | 'meant'> {
  const lower = word.trim().toLowerCase();
  if (lower === '') return {};
  const known = STATUS_WORDS.get(lower) ?? ANSWER_WORDS.get(lower);
  if (known !== undefined) return { preset: said(known) };
  const candidates = [...named, ...STATUS_WORDS.keys()].filter((text) => STATUS_WORDS.has(text.toLowerCase()));
  // Short words are near too many others
  const meant = lower.length < 4 ? undefined : nearest(lower, candidates);
  return meant === undefined ? {} : { meant, preset: said(STATUS_WORDS.get(meant.toLowerCase()) === true) };
}

function said(isActive: boolean): 'enabled' | 'disabled' {
  return isActive ? 'enabled' : 'disabled';
}
