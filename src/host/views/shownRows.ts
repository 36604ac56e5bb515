/** Every row that a tree of ours has shown: VS Code passes the same object to commands, and nobody else has it. */
const shown = new WeakSet<object>();

/** Registers rows when a tree requests them. */
export function noteShown<Row extends object>(rows: readonly Row[]): Row[] {
  for (const row of rows) shown.add(row);
  return [...rows];
}

/** Whether a command's argument is a row of a tree of ours, and not a forged object. */
export function isShownRow(argument: unknown): argument is object {
  return typeof argument === 'object' && argument !== null && shown.has(argument);
}
