import { anchorFindings } from '../../../core/examine/anchorFindings';
import { ANSWER_WORDS, STATUS_WORDS } from '../../../core/profile/statusWords';
import type { Expression } from '../../../core/expression/syntax';
import { nearest } from '../../../core/text/nearest';
import { statusRowsIn, textsIn } from '../../shared/fixes/fixData';
import type { MappingDocument } from '../document/mappingDocument';
import { expressionAround } from '../rewrite/expressionAt';

/** What happens to people with a status. Excluded people are not sent, and their accounts stay unchanged. */
export type StatusDecision = 'enabled' | 'disabled' | 'excluded';

/** A status that the rule for `active` does not name. */
export interface OpenStatus {
  /** Empty for records without a status. */
  readonly word: string;
  readonly records: number;
  /** The usual meaning of the word, if it is a known one. */
  readonly preset?: 'enabled' | 'disabled';
  /** The known word that this is probably a misspelling of. */
  readonly meant?: string;
}

/** Statuses of a column that a person must decide. */
export interface StatusQuestion {
  readonly column: string;
  /** The whole rule for `active`. */
  readonly rule: Expression;
  /** Statuses with a known meaning first, then by number of records. */
  readonly statuses: readonly OpenStatus[];
}

/** The member of a problem's data that lists statuses, by problem code. */
const LISTS: Readonly<Record<string, string>> = {
  'value.status.undecided': 'undecided',
  'value.status.by-default': 'unnamed',
  'value.status.all-disabled': 'unnamed',
};

export const STATUS_CODES = Object.keys(LISTS);

/** The open statuses for `active` in the extract; `undefined` if there are none or if several columns decide. */
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
      // A text of the language cannot span lines
      if (!/[\r\n]/.test(word)) open.set(word, { word, records: count, ...meaningOf(word, textsIn(data, 'named')) });
  }
  const statuses = [...open.values()].sort((a, b) => rank(a) - rank(b) || b.records - a.records);
  return found === undefined || statuses.length === 0 ? undefined : { ...found, statuses };
}

function rank({ preset }: OpenStatus): number {
  return preset === undefined ? 1 : 0;
}

/**
 * The meaning of a known word, ignoring case, or of the known word that this is probably a misspelling of; words that
 * the rule names are preferred.
 */
function meaningOf(word: string, named: readonly string[]): Pick<OpenStatus, 'preset' | 'meant'> {
  const lower = word.trim().toLowerCase();
  if (lower === '') return {};
  const known = STATUS_WORDS.get(lower) ?? ANSWER_WORDS.get(lower);
  if (known !== undefined) return { preset: decisionFor(known) };
  const candidates = [...named, ...STATUS_WORDS.keys()].filter((text) => STATUS_WORDS.has(text.toLowerCase()));
  // Short words are similar to too many others
  const meant = lower.length < 4 ? undefined : nearest(lower, candidates);
  return meant === undefined ? {} : { meant, preset: decisionFor(STATUS_WORDS.get(meant.toLowerCase()) === true) };
}

function decisionFor(isActive: boolean): 'enabled' | 'disabled' {
  return isActive ? 'enabled' : 'disabled';
}
