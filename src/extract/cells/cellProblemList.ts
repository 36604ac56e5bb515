import { problemKindOf } from '../../core/catalogue/problemKinds';
import type { CompiledMapping } from '../../core/convert/compileMapping';
import { recordProblems } from '../../core/convert/recordProblems';
import { extractProblems } from '../../core/csv/extractProblemKinds';
import type { LoadedMapping } from '../../core/mapping/loadMapping';
import { columnsOf } from '../../core/mapping/model/columns';
import { valueProblems } from '../../core/mapping/model/valueProblems';
import type { Problem, RecordProblem } from '../../core/problems/problem';
import type { ProblemLevels } from '../../core/problems/problemLevels';
import { review } from '../../core/problems/review';
import { firstLine } from '../../core/text/firstLine';
import type { Span } from '../../core/text/span';
import type { CellFault, CellProblem } from './cellProblem';

/** Their pages say that no action is needed. */
const NOTHING_TO_DO: ReadonlySet<string> = new Set([
  extractProblems.unnamedColumn.code,
  extractProblems.surplusCell.code,
]);

/** Rules about records: where they are in the mapping and which columns they read. */
interface Place {
  readonly span: Span;
  readonly columns: readonly string[];
}

/**
 * Lists the problems of cells and rows, with the code and level of the mapping's own problems, without those that comments in the mapping
 * silence. Problems beyond the limit are not kept.
 */
export class CellProblemList {
  readonly #loaded: LoadedMapping;
  readonly #levels: ProblemLevels;
  readonly #most: number;
  readonly #errors: CellProblem[] = [];
  readonly #others: CellProblem[] = [];
  readonly #bySpan = new Map<number, Place>();
  readonly #byPath = new Map<string, Place>();
  #count = 0;

  /** @param most maximum number of errors to keep, and of others */
  constructor(loaded: LoadedMapping, most: number, levels: ProblemLevels = {}) {
    this.#loaded = loaded;
    this.#levels = levels;
    this.#most = most;
    for (const condition of loaded.model.conditions) {
      const columns = columnsOf(condition).map(({ column }) => column);
      this.#bySpan.set(condition.span.start, { span: condition.span, columns: [...new Set(columns)] });
    }
  }

  get count(): number {
    return this.#count;
  }

  get problems(): readonly CellProblem[] {
    return [...this.#errors, ...this.#others].slice(0, this.#most);
  }

  /** The rules that cause problems of records. */
  noteRules({ rules }: CompiledMapping): void {
    for (const { resolved, columns, label } of rules) {
      const place = { span: resolved.rule.span, columns };
      this.#bySpan.set(place.span.start, place);
      this.#byPath.set(label, place);
    }
  }

  /** A problem that a conversion reports for a record, or for the extract. */
  addRecordProblem(problem: RecordProblem): void {
    if (NOTHING_TO_DO.has(problem.code)) return;
    const { line, column, path, rule } = problem;
    const place = rule === undefined ? this.#byPath.get(path ?? '') : this.#bySpan.get(rule.start);
    const columns = column === undefined ? (place?.columns ?? []) : [column];
    const { text } = this.#loaded.parsed;
    const own: Problem = {
      code: codeOf(problem),
      severity: severityOf(problem),
      message: problem.message,
      span: place?.span ?? firstLine(text),
    };
    const fault = this.#faultOf(problem, own);
    this.#add(own, { columns, ...(line !== undefined && { line }), ...(fault !== undefined && { fault }) });
  }

  /** A problem of the mapping's own text about a column of the header, or a damaged cell. */
  add(problem: Problem, where: Pick<CellProblem, 'line' | 'columns'>, fault?: CellFault): void {
    this.#add(problem, { ...where, ...(fault !== undefined && { fault }) });
  }

  #add(found: Problem, where: Omit<CellProblem, 'code' | 'severity' | 'message'>): void {
    const [, loud] = this.#loaded.silencer.sorted([found]);
    const [problem] = review(loud, this.#levels);
    if (problem === undefined) return;
    this.#count++;
    const { code, severity, message } = problem;
    const list = severity === 'error' ? this.#errors : this.#others;
    if (list.length < this.#most) list.push({ code, severity, message, ...where });
  }

  #faultOf({ code, rule, encoding, value }: RecordProblem, { span, severity }: Problem): CellFault | undefined {
    if (encoding !== undefined) return { kind: 'text', code, severity, span, data: { encoding } };
    if (rule === undefined || !this.#loaded.model.rules.some((own) => own.rule.span.start === rule.start))
      return undefined;
    return { kind: 'rule', code, rule: rule.start, ...(value !== undefined && { value }) };
  }
}

/** For a status the mapping says more than that it is neither true nor false. */
function codeOf({ code, path }: RecordProblem): Problem['code'] {
  if (path !== 'active' || code !== valueProblems.unknownBoolean.code) return code;
  return problemKindOf('value.status.undecided')?.code ?? code;
}

/** A repeated id is only a warning at its record, but stops the whole extract. */
function severityOf({ code, severity }: RecordProblem): Problem['severity'] {
  if (severity !== 'warning' || code === recordProblems.duplicateId.code) return 'error';
  const usual = problemKindOf(code)?.severity;
  return usual === 'information' ? usual : 'warning';
}
