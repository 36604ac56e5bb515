import { decidingAnswer } from '../core/logs/decidingAnswer';
import { columnsOf } from '../core/mapping/model/columns';
import type { LoadedMapping } from '../core/mapping/loadMapping';
import type { RecordProblem } from '../core/problems/problem';
import { columnsAtFault, columnsOfAttribute, columnsOfCode } from '../core/run/account/columnsAtFault';
import type { RecordAccount } from '../core/run/account/runAccount';
import type { RunElement } from './runElement';

/** A place in an extract: the record that begins on the line, and some of its cells by their columns. */
export interface RecordPlace {
  /** Physical line number, from 1. */
  readonly line: number;
  /** If empty, the whole record. */
  readonly columns: readonly string[];
}

/** The place in the extract that a row of the tree refers to; `undefined` if it refers to none. */
export function placeOfRow(row: RunElement, mapping: LoadedMapping): RecordPlace | undefined {
  switch (row.kind) {
    case 'person':
      return { line: row.person.line, columns: columnsOfPerson(row.person, mapping) };
    case 'entry':
      return { line: row.person.line, columns: columnsAtFault(row.entry, mapping) };
    case 'change':
      return { line: row.person.line, columns: columnsOfAttribute(row.change.name, mapping) };
    case 'record':
    case 'operation':
    case 'step':
      return { line: row.person.line, columns: [] };
    case 'note':
      return row.person && { line: row.person.line, columns: columnsOfPerson(row.person, mapping) };
    default:
      return undefined;
  }
}

function columnsOfPerson({ fate, answers }: RecordAccount, mapping: LoadedMapping): readonly string[] {
  if (fate.kind === 'refused')
    return [...new Set(fate.problems.flatMap((problem) => columnsOfProblem(problem, mapping)))];
  const answer = decidingAnswer(answers);
  return answer?.log === undefined ? columnsOfCode(answer?.code, mapping) : columnsAtFault(answer.log, mapping);
}

/** The column of the problem, otherwise all columns that its rule reads. */
function columnsOfProblem({ column, rule }: RecordProblem, { model }: LoadedMapping): readonly string[] {
  if (column !== undefined) return [column];
  const own = rule === undefined ? undefined : model.rules.find((one) => one.rule.span.start === rule.start);
  return own === undefined ? [] : columnsOf(own.expression).map((use) => use.column);
}
