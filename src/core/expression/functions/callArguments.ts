import type { Call, Expression, IntegerLiteral, Slot, StringLiteral } from '../syntax';

/** The argument in a place of a call, which the checker guarantees before it calls an entry's own rules. */
export function argumentAt(call: Call, place: number): Expression {
  const argument = call.slots[place]?.expression;
  if (argument === undefined) throw new Error(`argument ${place} of ${call.name} was read but does not exist`);
  return argument;
}

/** The text or whole number of a literal argument; `undefined` for anything else, or nothing. */
export function literalIn(slot: Slot | undefined): StringLiteral | IntegerLiteral | undefined {
  const argument = slot?.expression;
  return argument?.kind === 'string' || argument?.kind === 'integer' ? argument : undefined;
}
