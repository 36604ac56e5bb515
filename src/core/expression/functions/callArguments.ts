import type { Call, Expression, IntegerLiteral, Slot, StringLiteral } from '../syntax';

/** The argument in a place of a call, which the checker has made sure of before an entry's own rules are asked. */
export function argumentAt(call: Call, place: number): Expression {
  const argument = call.slots[place]?.expression;
  if (argument === undefined) throw new Error(`argument ${place} of ${call.name} was looked at without being there`);
  return argument;
}

/** The text or whole number that is written out as an argument; `undefined` where anything else stands, or nothing. */
export function literalIn(slot: Slot | undefined): StringLiteral | IntegerLiteral | undefined {
  const argument = slot?.expression;
  return argument?.kind === 'string' || argument?.kind === 'integer' ? argument : undefined;
}
