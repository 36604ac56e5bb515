import type { Call, Expression, IntegerLiteral, Slot, StringLiteral } from '../syntax';

/** The argument at a place of a call. The checker guarantees that it exists before it runs an entry's `check`. */
export function argumentAt(call: Call, place: number): Expression {
  const argument = call.slots[place]?.expression;
  if (argument === undefined) throw new Error(`argument ${place} of ${call.name} was read but does not exist`);
  return argument;
}

/** The text or whole number of a literal argument; `undefined` for any other or omitted argument. */
export function literalIn(slot: Slot | undefined): StringLiteral | IntegerLiteral | undefined {
  const argument = slot?.expression;
  return argument?.kind === 'string' || argument?.kind === 'integer' ? argument : undefined;
}
