import { compileMapping } from '../../../src/core/convert/compileMapping';
import { anchorFindings } from '../../../src/core/examine/anchorFindings';
import { reviewMapping } from '../../../src/core/examine/reviewMapping';
import { isUsable, loadMapping } from '../../../src/core/mapping/loadMapping';
import type { Problem, RecordProblem } from '../../../src/core/problems/problem';
import { examineExtract } from '../../../src/extract/examineExtract';
import { NEEDED } from '../mapping/problemCases';
import { bytesOf, expanded, inOneBlock } from './exampleBytes';
import type { ExampleExtract } from './exampleExtracts';

/** What the columns hold that needed rules and most examples read; any other holds a word. */
const CELLS: Readonly<Record<string, (record: number) => string>> = {
  Id: (record) => String(701_984 + record),
  User: (record) => `user${record}@contoso.com`,
  Active: () => 'True',
  WorkerID: (record) => String(701_984 + record),
  Mail: (record) => `user${record}@contoso.com`,
  Status: () => 'Active',
  HireDate: () => '2026-12-31',
  EndDate: () => '2026-12-31',
};
const cellOf = (column: string, record: number) => CELLS[column]?.(record) ?? 'Clerk';

/** Everything that checking and converting say of the lines, among the rules that any mapping needs, with an extract. */
export async function foundInMapping(
  lines: string,
  extract: ExampleExtract | undefined,
  needed = `${NEEDED}displayName = [User]\n`,
): Promise<readonly (Problem | RecordProblem)[]> {
  const missing = needed
    .split('\n')
    .filter((rule) => !lines.split('\n').some((line) => line.startsWith(rule.split(' ')[0] ?? '')));
  const text = `${missing.join('\n')}\n${expanded(lines)}`;
  const alone = loadMapping(text);
  const bytes = bytesOf(extract?.isWhole === true ? extract.rows : withNeeded(text, extract?.rows));
  const { header, findings, fatal } = await examineExtract(inOneBlock(bytes), alone);
  const loaded = header === undefined ? alone : loadMapping(text, { columns: header.columns });
  const values = anchorFindings(loaded, findings.findings);
  const compiled = header === undefined || !isUsable(alone) ? { problems: [] } : compileMapping(alone, header.columns);
  return [...reviewMapping(loaded, { values }), ...fatal, ...('problems' in compiled ? compiled.problems : [])];
}

/** The rows with the columns that they lack; without any, one record with all columns that the mapping reads. */
function withNeeded(text: string, rows: string | undefined): string {
  const [header = '', ...records] = rows?.split('\n') ?? ['', ''];
  const own = header === '' ? [] : header.split(';');
  const read = [...loadMapping(text).statements.values()].flatMap(({ columnUses }) =>
    columnUses.map(({ column }) => column),
  );
  const added = [...new Set(read)].filter(
    (column) => !own.includes(column) && (rows === undefined || ['Id', 'User', 'Active'].includes(column)),
  );
  const joined = (cells: readonly string[], rest: string) => [...cells, ...(header === '' ? [] : [rest])].join(';');
  return [
    joined(added, header),
    ...records.map((record, number) =>
      joined(
        added.map((column) => cellOf(column, number)),
        record,
      ),
    ),
  ].join('\n');
}
