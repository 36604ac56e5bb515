import { findExcess, jsonLimits } from './jsonLimits';
import { jsonKinds } from './jsonProblemKinds';
import type { JsonValue } from './jsonValue';
import { readJson } from './jsonValue';

/** A value within {@link jsonLimits}, or a refusal that continues a sentence after "The body is". */
export type BoundedJsonReading = { readonly value: JsonValue } | { readonly refusal: string };

/**
 * Parses JSON from an unknown sender without throwing. Text that is nested too deeply or too large is refused before
 * parsing: `JSON.parse` accepts any depth, but serialising the value later may fail.
 */
export function readBoundedJson(text: string): BoundedJsonReading {
  const excess = findExcess(text);
  if (excess !== undefined) {
    const { depth, elements, string } = jsonLimits;
    const what =
      excess.code === jsonKinds.tooDeep.code
        ? `nested over ${depth} levels deep`
        : `too large: it has a list of over ${elements} elements, or over ${string} characters in one string`;
    return { refusal: `${what} (at character ${excess.span.start + 1}).` };
  }
  const json = readJson(text);
  return 'error' in json ? { refusal: json.error } : json;
}
