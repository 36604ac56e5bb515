/** A value of an account. References are the id of the account that is referred to. */
export type TargetValue = string | boolean | bigint | readonly string[];

/** The values of an account by target attribute, named as in the job's schema; an attribute without a value is not there. */
export type TargetValues = ReadonlyMap<string, TargetValue>;

/** The value as the log writes it: booleans as `True` and `False`; how it writes several values is not documented. */
export function targetText(value: TargetValue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'bigint' ? value.toString() : value.join(', ');
}

/** What values of an account are found by: their text, in one case. A list is found by each of its elements. */
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
