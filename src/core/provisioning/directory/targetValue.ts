/** A value of an account. A reference is the id of the account that it refers to. */
export type TargetValue = string | boolean | bigint | readonly string[];

/**
 * The values of an account by target attribute, named as in the job's schema; attributes without a value are absent.
 */
export type TargetValues = ReadonlyMap<string, TargetValue>;

/**
 * The value as the log writes it: booleans as `True` and `False`. How the log writes several values is not documented.
 */
export function targetText(value: TargetValue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'bigint' ? value.toString() : value.join(', ');
}

/** The keys under which a value is indexed: its text with case folded; for a list, one key for each element. */
export function indexKeys(value: TargetValue): readonly string[] {
  return typeof value === 'object' ? [...new Set(value.map(foldText))] : [foldText(targetText(value))];
}

export function foldText(text: string): string {
  return text.toLowerCase();
}

export function targetTextOf(values: TargetValues, attribute: string): string {
  const value = values.get(attribute);
  return value === undefined ? '' : targetText(value);
}
