import type { RuleOutcome } from '../convert/compileRule';

/** The text that a rule yields for a record. `undefined` if it yields no value, null, or a value that is not a text. */
export function outcomeText(outcome: RuleOutcome | undefined): string | undefined {
  if (outcome?.kind !== 'value') return undefined;
  const { json } = outcome;
  if (!json.startsWith('"')) return undefined;
  return json.includes('\\') ? (JSON.parse(json) as string) : json.slice(1, -1);
}

/**
 * A key for the text: two texts are equal if their keys are. It is cheaper than the text, which has to be decoded from
 * its JSON. `undefined` for the empty text, too.
 */
export function outcomeKey(outcome: RuleOutcome | undefined): string | undefined {
  if (outcome?.kind !== 'value') return undefined;
  const { json } = outcome;
  return json.startsWith('"') && json !== '""' ? json : undefined;
}
