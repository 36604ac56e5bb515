import type { RuleOutcome } from '../convert/compileRule';

/** The text that a rule gives to a record. `undefined`: it gives nothing, null, or something that is not a text. */
export function outcomeText(outcome: RuleOutcome | undefined): string | undefined {
  if (outcome?.kind !== 'value') return undefined;
  const { json } = outcome;
  if (!json.startsWith('"')) return undefined;
  return json.includes('\\') ? (JSON.parse(json) as string) : json.slice(1, -1);
}

/**
 * The same as a key: two texts are equal when their keys are. Cheaper than the text, which has to be cut out of its
 * JSON. `undefined` for the empty text, too.
 */
export function outcomeKey(outcome: RuleOutcome | undefined): string | undefined {
  if (outcome?.kind !== 'value') return undefined;
  const { json } = outcome;
  return json.startsWith('"') && json !== '""' ? json : undefined;
}
