import { compileMapping } from '../../../core/convert/compileMapping';
import type { ConvertedRecord } from '../../../core/convert/recordConverter';
import { RecordConverter } from '../../../core/convert/recordConverter';
import type { LoadedMapping } from '../../../core/mapping/loadMapping';
import { loadMapping } from '../../../core/mapping/loadMapping';
import type { Problem } from '../../../core/problems/problem';

/** A piece of a mapping that the reference shows, and the records that it is evaluated for. */
export interface MappingExample {
  readonly mapping: string;
  /** Cells by column; every record has the same columns. */
  readonly records?: readonly Readonly<Record<string, string>>[];
  /** Whether the language rejects the example: it has an error and is not evaluated. */
  readonly isRefused?: true;
}

/** The results of an example: its problems, and the outcome of each record. */
export interface RunExample {
  readonly problems: readonly Problem[];
  readonly results: readonly string[];
}

/** Rules that every mapping needs; those that an example leaves out are added when it runs. */
const NEEDED = { externalId: '[Id]', userName: '[User]', active: '"True"' } as const;
const NEEDED_CELLS = { Id: '7', User: 'ana@contoso.com' } as const;

/** Checks an example and converts its records as an extract is converted. */
export function runExample({ mapping, records = [] }: MappingExample): RunExample {
  const own = new Set(loadMapping(mapping).model.rules.map(({ path }) => path.attribute));
  const added = Object.entries(NEEDED).filter(([attribute]) => !own.has(attribute));
  const text = [mapping, ...added.map(([attribute, expression]) => `${attribute} = ${expression}`)].join('\n');
  const loaded = loadMapping(text);
  const columns = [...new Set([...Object.keys(records[0] ?? {}), ...Object.keys(NEEDED_CELLS)])];
  const rows = records.map((cells, index) => ({
    record: {
      number: index + 1,
      line: index + 2,
      cells: columns.map((column) => ({ ...NEEDED_CELLS, ...cells })[column] ?? ''),
    },
  }));
  const hidden = new Set(['schemas', ...added.map(([attribute]) => attribute)]);
  return {
    problems: loaded.problems,
    results: rows.length === 0 ? [] : convertedBy(loaded, columns, rows).map((one) => resultOf(one, hidden)),
  };
}

/** The whole operation for the example's record, as it is sent. */
export function operationOf({ mapping, records = [] }: MappingExample): string {
  const [cells = {}] = records;
  const columns = Object.keys(cells);
  const record = { number: 1, line: 2, cells: Object.values(cells) };
  const [converted] = convertedBy(loadMapping(mapping), columns, [{ record }]);
  if (converted?.kind !== 'operation') throw new Error('the example does not give an operation');
  return converted.operation.text;
}

function convertedBy(
  loaded: LoadedMapping,
  columns: readonly string[],
  rows: Parameters<RecordConverter['convert']>[0],
): readonly ConvertedRecord[] {
  const compiled = compileMapping(loaded, columns);
  if ('problems' in compiled) throw new Error(compiled.problems.map(({ message }) => message).join('\n'));
  return new RecordConverter(compiled.mapping, loaded.model, columns).convert(rows);
}

/**
 * The members of the resource that the example itself fills, as JSON in Markdown; or the reason why nothing is sent.
 */
function resultOf(converted: ConvertedRecord, hidden: ReadonlySet<string>): string {
  switch (converted.kind) {
    case 'operation': {
      const { data } = JSON.parse(converted.operation.text) as { data: Readonly<Record<string, unknown>> };
      const shown = Object.entries(data).filter(([name]) => !hidden.has(name));
      return `\`${JSON.stringify(Object.fromEntries(shown))}\``;
    }
    case 'excluded':
      return `left out, by \`${converted.reason}\``;
    case 'refused':
      return `refused: ${[...new Set(converted.problems.map(({ code }) => `\`${code}\``))].join(', ')}`;
  }
}
