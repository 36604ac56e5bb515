import type { AttributePath } from '../../../core/scim/attributePath';
import { formatAttributePath } from '../../../core/scim/attributePath';
import type { Span } from '../../../core/text/span';
import { touches } from '../../../core/text/span';
import type { MappingDocument } from '../document/mappingDocument';
import type { CompletionRequest } from './offer';

/** The rules of each path, cached for each parsed text. */
const known = new WeakMap<MappingDocument['loaded'], ReadonlyMap<string, readonly Span[]>>();

function placesOf({ loaded }: MappingDocument): ReadonlyMap<string, readonly Span[]> {
  const before = known.get(loaded);
  if (before !== undefined) return before;
  const places = new Map<string, Span[]>();
  for (const { path, rule } of loaded.model.rules) {
    const key = keyOf(path);
    const spans = places.get(key);
    if (spans === undefined) places.set(key, [rule.path.span]);
    else spans.push(rule.path.span);
  }
  known.set(loaded, places);
  return places;
}

const keyOf = (path: AttributePath) => formatAttributePath(path).toLowerCase();

/** Whether a rule other than the one at the cursor fills the attribute. */
export function isMapped({ document, offset }: CompletionRequest, path: AttributePath): boolean {
  return (
    placesOf(document)
      .get(keyOf(path))
      ?.some((place) => !touches(place, offset)) === true
  );
}
