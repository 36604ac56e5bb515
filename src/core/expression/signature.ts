import type { FunctionEntry } from './functions/functionEntry';

/** `Switch(source, [defaultValue], key, value, ...)` */
export function signature(entry: FunctionEntry): string {
  const names = entry.parameters.map((parameter) =>
    parameter.optional === true ? `[${parameter.name}]` : parameter.name,
  );
  return `${entry.name}(${names.join(', ')}${entry.repeats === undefined ? '' : ', ...'})`;
}
