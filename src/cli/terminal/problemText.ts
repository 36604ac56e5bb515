import { recordProblems } from '../../core/convert/recordProblems';
import type { LoadedMapping } from '../../core/mapping/loadMapping';
import type { RecordProblem } from '../../core/problems/problem';
import { LineIndex } from '../../core/text/lineIndex';
import { printable } from '../../core/text/printable';

/** The files to which a record's problem refers. */
export interface ProblemPlaces {
  /** The extract, as the user named it. */
  readonly extract: string;
  /** The mapping's path and text, if there is one. */
  readonly mapping?: { readonly path: string; readonly loaded: LoadedMapping };
  /** Set if a duplicate id prevents sending, which makes it an error. */
  readonly stopsOnRepeatedIds?: true;
  /** Whether cells' values may be printed, because the user has asked for them. */
  readonly showValues: boolean;
}

/** `contoso.csv:12: row: active: ... (column WorkerStatus, rule contoso.scimmap:17:1) [value.bool.unknown]` */
export function problemText(problem: RecordProblem, places: ProblemPlaces): string {
  const line = problem.line === undefined ? '' : `:${problem.line}`;
  const about = [
    problem.column === undefined ? undefined : `column ${printable(problem.column)}`,
    ruleAt(problem, places) === undefined ? undefined : `rule ${printable(ruleAt(problem, places) ?? '')}`,
    places.showValues && problem.value !== undefined ? `value ${printable(JSON.stringify(problem.value))}` : undefined,
  ].filter((part) => part !== undefined);
  const suffix = about.length === 0 ? '' : ` (${about.join(', ')})`;
  return `${printable(places.extract)}${line}: ${severityOf(problem, places)}: ${printable(problem.message)}${suffix} [${problem.code}]`;
}

/** A problem as a JSON object, for `--format json`. */
export function problemObject(problem: RecordProblem, places: ProblemPlaces): object {
  const { code, line, record, column, path, message, value } = problem;
  return {
    code,
    severity: severityOf(problem, places),
    line,
    record,
    column,
    path,
    rule: ruleAt(problem, places),
    message,
    ...(places.showValues ? { value } : {}),
  };
}

function severityOf({ code, severity }: RecordProblem, { stopsOnRepeatedIds }: ProblemPlaces): string {
  return stopsOnRepeatedIds === true && code === recordProblems.duplicateId.code ? 'error' : severity;
}

function ruleAt({ rule }: RecordProblem, { mapping }: ProblemPlaces): string | undefined {
  if (rule === undefined || mapping === undefined) return undefined;
  const { line, character } = new LineIndex(mapping.loaded.parsed.text).positionAt(rule.start);
  return `${mapping.path}:${line + 1}:${character + 1}`;
}
