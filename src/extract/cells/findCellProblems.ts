import { damageKinds } from '../../core/convert/damage/damageKinds';
import { recordProblems } from '../../core/convert/recordProblems';
import type { PlanMoment } from '../../core/convert/planMoment';
import type { ExtractHeader, SizeLimits } from '../../core/csv/extractEvent';
import { saidInPlace } from '../../core/examine/findingAt';
import { usableModel } from '../../core/examine/usableModel';
import type { LoadedMapping } from '../../core/mapping/loadMapping';
import { loadMapping } from '../../core/mapping/loadMapping';
import type { Problem, RecordProblem } from '../../core/problems/problem';
import type { ProblemLevels } from '../../core/problems/problemLevels';
import { convertToRequests } from '../convertToRequests';
import { examinedBytes } from '../examinedBytes';
import { readExtract } from '../readExtract';
import type { RequestsEvent } from '../requestsConversion';
import { readIn, sourceOptions } from '../sourceOptions';
import type { CellProblems } from './cellProblem';
import { CellProblemList } from './cellProblemList';
import { DamagedCells } from './damagedCells';

export interface CellOptions {
  readonly moment: PlanMoment;
  /** Maximum number of listed problems. */
  readonly most: number;
  readonly limits?: Partial<SizeLimits>;
  /** Levels by code, as the user wants them. */
  readonly levels?: ProblemLevels;
  /** The user's choices; the mapping's own settings take precedence. */
  readonly encoding?: string;
  /** Called now and then; the search stops when it returns true. */
  readonly isCancelled?: () => boolean;
}

const DAMAGE: ReadonlySet<string> = new Set(damageKinds.map(({ code }) => code));
const REPEATED: ReadonlySet<string> = new Set([recordProblems.duplicateId.code, recordProblems.nearDuplicateId.code]);

/**
 * Finds the problems of the cells, rows and columns of an extract, each at its place, as a conversion reports them. The mapping may have
 * errors: the rules without errors are checked. Without a mapping only rows are checked.
 */
export async function findCellProblems(
  open: () => AsyncIterable<Uint8Array>,
  mapping: string | undefined,
  options: CellOptions,
): Promise<CellProblems> {
  const loaded = readIn(loadMapping(mapping ?? ''), options.encoding);
  const beginning = await readBeginning(open(), loaded, options);
  const search = new CellSearch(loaded, beginning.header, options);
  search.takeProblems(beginning.problems);
  if (beginning.header === undefined) return search.found;
  const usable = mapping === undefined ? undefined : search.takeColumns(mapping, beginning.header);
  if (usable === undefined) await search.read(open());
  else {
    await search.convert(open(), usable);
    if (search.hasDamage) await search.findDamage(open(), new DamagedCells(usable, beginning.header));
  }
  return search.found;
}

/** The header, or the problems that keep it from being read. */
async function readBeginning(
  bytes: AsyncIterable<Uint8Array>,
  loaded: LoadedMapping,
  options: CellOptions,
): Promise<{ readonly header?: ExtractHeader; readonly problems: readonly RecordProblem[] }> {
  for await (const events of readExtract(bytes, sourceOptions(loaded, options))) {
    for (const event of events) if (event.kind === 'header') return { header: event.header, problems: [] };
    const problems = events.flatMap((event) => (event.kind === 'problem' ? [event.problem] : []));
    if (problems.some(({ severity }) => severity === 'fatal')) return { problems };
  }
  return { problems: [] };
}

class CellSearch {
  readonly #options: CellOptions;
  readonly #loaded: LoadedMapping;
  readonly #header: ExtractHeader | undefined;
  readonly #list: CellProblemList;
  readonly #lines: number[] = [];
  /** Without its rule every record has the same id: an empty one. */
  #hasId = false;
  /** Whether a conversion has reported damaged cells; their places are searched afterwards. */
  hasDamage = false;

  constructor(loaded: LoadedMapping, header: ExtractHeader | undefined, options: CellOptions) {
    this.#options = options;
    this.#loaded = loaded;
    this.#header = header;
    this.#list = new CellProblemList(loaded, options.most, options.levels);
  }

  get found(): CellProblems {
    return {
      ...(this.#header !== undefined && { header: this.#header }),
      problems: this.#list.problems,
      count: this.#list.count,
      lines: Uint32Array.from(this.#lines),
    };
  }

  takeProblems(problems: readonly RecordProblem[]): void {
    for (const problem of problems) this.#list.addRecordProblem(problem);
  }

  /** Reports at the header which columns the mapping misses. Returns the part of the mapping that can run; `undefined`: nothing can. */
  takeColumns(text: string, header: ExtractHeader): LoadedMapping | undefined {
    const { columns, line } = header;
    for (const problem of loadMapping(text, { columns }).problems) {
      if (problem.code !== 'mapping.unknown-column') continue;
      const { replacements } = problem.data ?? {};
      const near = Array.isArray(replacements) ? replacements.filter((name) => typeof name === 'string') : [];
      const meant = columns.filter((column) => near.includes(`[${column}]`));
      this.#list.add(problem, { line, columns: meant }, { kind: 'text', ...problem });
    }
    const model = usableModel(this.#loaded, columns);
    if (model === undefined) return undefined;
    const { parsed } = this.#loaded;
    // The `key` setting names columns that the extract may lack
    return { ...this.#loaded, model, parsed: { ...parsed, tree: { ...parsed.tree, statements: [] } }, problems: [] };
  }

  async convert(bytes: AsyncIterable<Uint8Array>, usable: LoadedMapping): Promise<void> {
    const onRecord = (_: number, line: number) => this.#lines.push(line);
    const { moment, limits, levels } = this.#options;
    const limited = { moment, ...(limits !== undefined && { limits }) };
    const examined = examinedBytes(bytes, this.#loaded, { ...limited, ...(levels !== undefined && { levels }) });
    for await (const events of convertToRequests(examined.bytes, usable, { ...limited, onRecord })) {
      for (const event of events) this.#take(event);
      if (this.#isCancelled) return;
    }
    for (const problem of await examined.problems()) this.#takeFinding(problem);
  }

  /** Problems of all values of a column are reported at the first one, so that their messages need not name the place. */
  #takeFinding(problem: Problem): void {
    const { line, columns, count } = problem.data ?? {};
    if (typeof line !== 'number') return;
    const message = typeof count === 'number' ? saidInPlace(problem.message, count, line) : problem.message;
    const named = Array.isArray(columns) ? columns.filter((column) => typeof column === 'string') : [];
    this.#list.add({ ...problem, message }, { line, columns: named }, { kind: 'text', ...problem });
  }

  async read(bytes: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const events of readExtract(bytes, sourceOptions(this.#loaded, this.#options))) {
      for (const event of events) {
        if (event.kind === 'record') this.#lines.push(event.record.line);
        if (event.kind !== 'problem') continue;
        if (event.problem.severity === 'row') this.#lines.push(event.problem.line ?? 0);
        this.#list.addRecordProblem(event.problem);
      }
      if (this.#isCancelled) return;
    }
  }

  async findDamage(bytes: AsyncIterable<Uint8Array>, cells: DamagedCells): Promise<void> {
    for await (const events of readExtract(bytes, sourceOptions(this.#loaded, this.#options))) {
      for (const event of events) {
        if (event.kind !== 'record') continue;
        const { line } = event.record;
        for (const { column, problem } of cells.of(event.record)) this.#list.add(problem, { line, columns: [column] });
      }
      if (this.#isCancelled) return;
    }
  }

  #take(event: RequestsEvent): void {
    switch (event.kind) {
      case 'header':
        this.#list.noteRules(event.mapping);
        this.#hasId = event.mapping.rules.some(({ label }) => label === 'externalId');
        return;
      case 'refused':
        this.takeProblems(event.problems);
        return;
      case 'warning':
        if (DAMAGE.has(event.problem.code)) this.hasDamage = true;
        else if (this.#hasId || !REPEATED.has(event.problem.code)) this.takeProblems([event.problem]);
        return;
      case 'fatal':
        this.takeProblems(event.problems);
        return;
      case 'excluded':
      case 'requests':
      case 'end':
    }
  }

  get #isCancelled(): boolean {
    return this.#options.isCancelled?.() === true;
  }
}
