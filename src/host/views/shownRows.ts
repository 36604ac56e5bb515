/** Every row that a tree of ours has shown: VS Code hands commands the same object back, and nobody else has one. */
const shown = new WeakSet<object>();

/** Notes rows when a tree asks for them. */
export function noteShown<Row extends object>(rows: readonly Row[]): Row[] {
  for (const row of rows) shown.add(row);
  return [...rows];
}

/** Whether a command's argument is a row of a tree of ours, and no look-alike. */
export function isShownRow(argument: unknown): argument is object {
  return typeof argument === 'object' && argument !== null && shown.has(argument);
}
