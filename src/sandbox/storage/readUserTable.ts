import { ExtractReader } from '../../core/csv/extractReader';
import type { JsonObject, JsonValue } from '../../core/json/jsonValue';

/** The result of reading a table of users: users in Graph's format, or one sentence on why it cannot be read. */
export type UserTableReading =
  | {
      readonly users: readonly JsonObject[];
      /** The line on which each user's row begins, from 1. */
      readonly lines: readonly number[];
    }
  | { readonly refusal: string };

/**
 * Reads a CSV with Graph's attribute names as columns (`userPrincipalName`, `employeeId`, `accountEnabled`, …). `id`
 * may be missing. `manager` is the id, the employeeId or the userPrincipalName of somebody in the table.
 */
export function readUserTable(text: string, newId: () => string): UserTableReading {
  const reader = new ExtractReader({}, 'utf-8');
  let columns: readonly string[] = [];
  const rows: JsonObject[] = [];
  const lines: number[] = [];
  for (const event of [...reader.push(text), ...reader.end()]) {
    if (event.kind === 'header') columns = event.header.columns;
    else if (event.kind === 'record') {
      rows.push(rowOf(columns, event.record.cells, newId));
      lines.push(event.record.line);
    } else if (event.problem.severity === 'fatal' || event.problem.severity === 'row') {
      const { line, message } = event.problem;
      return { refusal: line === undefined ? message : `Line ${line}: ${message}` };
    }
  }
  return { users: withManagers(rows), lines };
}

function rowOf(columns: readonly string[], cells: readonly string[], newId: () => string): JsonObject {
  const members = columns.flatMap((name, index): (readonly [string, JsonValue])[] => {
    const cell = cells[index]?.trim() ?? '';
    if (cell === '') return [];
    const isFlag = name === 'accountEnabled' && /^(true|false)$/i.test(cell);
    return [[name, isFlag ? cell.toLowerCase() === 'true' : cell]];
  });
  return { id: newId(), ...Object.fromEntries(members) };
}

function withManagers(rows: readonly JsonObject[]): readonly JsonObject[] {
  const ids = new Map<string, JsonValue>();
  for (const name of ['userPrincipalName', 'employeeId', 'id'])
    for (const row of rows) if (typeof row[name] === 'string') ids.set(row[name].toLowerCase(), row.id ?? null);
  return rows.map((row) => {
    const { manager, ...rest } = row;
    const id = typeof manager === 'string' ? ids.get(manager.toLowerCase()) : undefined;
    return id === undefined ? rest : { ...rest, manager: { id } };
  });
}
