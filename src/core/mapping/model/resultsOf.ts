import type { Expression } from '../../expression/syntax';

/**
 * The parts of an expression that its result can come from, in the order of the text: the branches of Switch, IIF and
 * Coalesce, and arguments that a call returns unchanged. For any other expression, the expression itself.
 */
export function* resultsOf(expression: Expression): Generator<Expression> {
  const places = expression.kind === 'call' ? resultPlaces(expression.name, expression.slots.length) : undefined;
  if (places === undefined || expression.kind !== 'call') {
    yield expression;
    return;
  }
  for (const place of places) {
    const branch = expression.slots[place]?.expression;
    if (branch !== undefined) yield* resultsOf(branch);
  }
}

/** The places of the arguments that a call returns unchanged; `undefined` for a function that makes a new value. */
function resultPlaces(name: string, count: number): readonly number[] | undefined {
  switch (name) {
    case 'Switch':
      return placesTo(count).filter((place) => place % 2 === 1);
    case 'IIF':
      return [1, 2];
    case 'Coalesce':
      return placesTo(count);
    case 'IgnoreFlowIfNullOrEmpty':
    case 'Redact':
      return [0];
    default:
      return undefined;
  }
}

function placesTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, place) => place);
}
