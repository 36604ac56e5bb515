import type { RegexNode, Repeat } from './regexTree';

/**
 * Simplifies a repetition like .NET: repeating once changes nothing, and a repetition of a repetition becomes one, so
 * that `(?:a+){2}` is `a{2,}`. The captures of inner groups depend on it. The counts are those of .NET, even strange
 * ones.
 * Source: .NET 8, `RegexNode.MakeQuantifier` and `ReduceLoops`.
 */
export function combineRepeats(outer: Repeat): RegexNode {
  const { body, min, max, lazy } = outer;
  if (max === 0) return { kind: 'sequence', parts: [] };
  if (min === 1 && max === 1) return body;
  if (body.kind === 'repeat' && body.lazy === lazy) return combined(outer, body) ?? outer;
  // An atomic repetition of one set counts as one, too
  if (body.kind !== 'atomic' || lazy) return outer;
  const inner = body.body;
  if (inner.kind !== 'repeat' || inner.lazy || (inner.body.kind !== 'unit' && inner.body.kind !== 'set')) return outer;
  const one = combined(outer, inner);
  return one === undefined ? outer : { kind: 'atomic', body: one };
}

function combined({ min, max }: Repeat, inner: Repeat): Repeat | undefined {
  // Does not combine `(?:a{2,})?` and `(?:a{3,5}){2}`, in which some counts are impossible
  if ((min === 0 && inner.min > 1) || inner.max < inner.min * 2) return undefined;
  return { ...inner, min: inner.min * min, max: inner.max * max };
}
