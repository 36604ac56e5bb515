import { anchorFindings } from '../../../core/examine/anchorFindings';
import { printString } from '../../../core/expression/print';
import { valueProblems } from '../../../core/mapping/model/valueProblems';
import type { Span } from '../../../core/text/span';
import { touches } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';
import { fixesFor } from '../../shared/fixes/fixesFor';
import type { ProblemToFix } from '../../shared/fixes/quickFix';
import type { MappingDocument } from '../document/mappingDocument';
import { statusEdits } from '../statuses/statusEdits';
import type { StatusDecision } from '../statuses/statusQuestion';
import { statusQuestion } from '../statuses/statusQuestion';
import { goToCell } from './goToCell';
import { mappingFixes } from './mappingFixes';
import { setLevel } from './setLevel';
import { silence } from './silence';

/** Why a rule has no result for a record. */
export interface RecordFault {
  readonly code: string;
  /** The start of the rule in the mapping's text. */
  readonly rule: number;
  readonly columns: readonly string[];
  /** The content of the cell. */
  readonly value?: string;
}

/** A way to fix the problem in the mapping. */
export interface RecordFix {
  readonly title: string;
  /** Edits of the whole document; `ask`: the user must first decide what each of several statuses means. */
  readonly edits: readonly TextEdit[] | 'ask';
}

/** Fixes that repair nothing for a single record: its cell is shown anyway, and a silenced problem still rejects it. */
const NO_REPAIR: readonly unknown[] = [goToCell, silence, setLevel];

/** Fixes in the mapping for a rejected record, using what is known about its extract. */
export function recordFixes(document: MappingDocument, fault: RecordFault): readonly RecordFix[] {
  const rule = document.loaded.model.rules.find((own) => own.rule.span.start === fault.rule);
  if (rule === undefined) return [];
  const statuses = fault.code === valueProblems.unknownBoolean.code ? statusFixes(document, rule.rule.span, fault) : [];
  if (statuses.length > 0) return statuses;
  return textFixes(document, problemAt(document, rule.expression.span, rule.rule.span, fault));
}

/** The mapping's fixes for a problem in its text, for use outside of the mapping's editor. */
export function textFixes(document: MappingDocument, problem: ProblemToFix): readonly RecordFix[] {
  const language = mappingFixes(document);
  const table = language.table.filter((fix) => !NO_REPAIR.includes(fix));
  return fixesFor({ ...language, table }, problem).flatMap(({ fix: { title }, edits }) =>
    edits()?.length ? [{ title, edits: edits() ?? [] }] : [],
  );
}

/** A finding about the whole extract is preferred, as it has data from more than one record. */
function problemAt(
  { loaded, knowledge }: MappingDocument,
  expression: Span,
  rule: Span,
  { code, columns, value }: RecordFault,
): ProblemToFix {
  const findings = anchorFindings(loaded, knowledge.extract?.values?.findings ?? []);
  const found = findings.find((finding) => finding.code === code && touches(rule, finding.span.start));
  if (found !== undefined) return { ...found, data: found.data ?? {} };
  return {
    code,
    severity: 'error',
    span: expression,
    data: { columns, ...(value !== undefined && { values: [value] }) },
  };
}

const DECISIONS: readonly (readonly [decision: StatusDecision, title: (word: string) => string])[] = [
  ['enabled', (word) => `Treat ${word} as enabled`],
  ['disabled', (word) => `Treat ${word} as disabled`],
  ['excluded', (word) => `Exclude records with ${word}`],
];

function statusFixes(document: MappingDocument, rule: Span, { value }: RecordFault): readonly RecordFix[] {
  const question = statusQuestion(document);
  if (question === undefined || !touches(rule, question.rule.span.start)) return [];
  const status = question.statuses.find(({ word }) => word === value);
  if (status === undefined) return [];
  const { word, preset } = status;
  const shown = word === '' ? 'the empty cell' : printString(word);
  const fixes = DECISIONS.map(([decision, title]): RecordFix & { readonly decision: StatusDecision } => ({
    decision,
    title: title(shown),
    edits: statusEdits(document, question, new Map([[word, decision]])),
  })).sort((a, b) => Number(b.decision === preset) - Number(a.decision === preset));
  const all = question.statuses.length;
  return all > 1 ? [...fixes, { title: `Decide all ${all} statuses…`, edits: 'ask' }] : fixes;
}
