import type { ComparisonOperator } from '../../../core/expression/syntax';
import type { Token } from '../../../core/expression/token';
import type { Span } from '../../../core/text/span';
import { span } from '../../../core/text/span';
import type { ExpressionPlace } from './place';

/** An argument list that is being read; the outermost one stands for the expression itself. */
interface Frame {
  readonly name: string;
  readonly nameSpan: Span;
  /** Mutable: the last slot grows with every token. */
  readonly slots: { start: number; end: number }[];
  left?: Span;
  operator?: ComparisonOperator;
  right?: Span;
}

/** Finds out what the cursor is at among the tokens of an expression that begins at `start`. */
export function locateExpression(
  tokens: readonly Token[],
  start: number,
  offset: number,
): Omit<ExpressionPlace, 'kind' | 'rule'> {
  const frames = [frameOf(undefined, start)];
  let place: Omit<ExpressionPlace, 'kind' | 'rule'> | undefined;
  for (const [index, token] of tokens.entries()) {
    const holds = holdsCursor(token, offset);
    if (holds || token.span.start >= offset) place ??= placeAmong(frames, holds ? token : undefined);
    take(frames, token, tokens[index - 1]);
  }
  return place ?? placeAmong(frames, undefined);
}

/** Whether the cursor is inside a token, or at the end of a token that typing may extend. */
export function holdsCursor({ kind, span: { start, end }, fault }: Token, offset: number): boolean {
  if (start >= offset || offset > end) return false;
  return offset < end || kind === 'name' || kind === 'integer' || fault?.startsWith('unclosed') === true;
}

function frameOf(name: Token | undefined, start: number): Frame {
  return { name: name?.value ?? '', nameSpan: name?.span ?? span(start, start), slots: [{ start, end: start }] };
}

function take(frames: Frame[], token: Token, before: Token | undefined): void {
  const frame = frames.at(-1);
  const slot = frame?.slots.at(-1);
  if (frame === undefined || slot === undefined) return;
  switch (token.kind) {
    case 'open':
      slot.end = token.span.end;
      frames.push(frameOf(before?.kind === 'name' ? before : undefined, token.span.end));
      return;
    case 'close': {
      const outer = frames.at(-2);
      if (outer === undefined) return;
      slot.end = token.span.start;
      frames.pop();
      addOperand(outer, span(frame.nameSpan.start, token.span.end));
      return;
    }
    case 'comma':
      slot.end = token.span.start;
      frame.slots.push({ start: token.span.end, end: token.span.end });
      delete frame.left;
      delete frame.operator;
      delete frame.right;
      return;
    case 'operator':
      slot.end = token.span.end;
      frame.operator ??= token.value as ComparisonOperator;
      return;
    case 'name':
    case 'attribute':
    case 'string':
    case 'integer':
    case 'invalid':
    case 'end':
      addOperand(frame, token.span);
  }
}

function addOperand(frame: Frame, operand: Span): void {
  const slot = frame.slots.at(-1);
  if (slot !== undefined) slot.end = operand.end;
  if (frame.operator === undefined) frame.left = span(frame.left?.start ?? operand.start, operand.end);
  else frame.right = operand;
}

function placeAmong(frames: readonly Frame[], token: Token | undefined): Omit<ExpressionPlace, 'kind' | 'rule'> {
  const inner = frames.at(-1);
  return {
    calls: frames.slice(1).map(({ name, nameSpan, slots }) => ({ name, nameSpan, argument: slots.length - 1, slots })),
    expects: expected(inner),
    ...(inner?.left === undefined ? {} : { left: inner.left }),
    ...(inner?.operator === undefined ? {} : { operator: inner.operator }),
    ...(token === undefined ? {} : { token }),
  };
}

function expected(frame: Frame | undefined): ExpressionPlace['expects'] {
  if (frame?.operator !== undefined) return frame.right === undefined ? 'right side' : 'nothing';
  return frame?.left === undefined ? 'value' : 'operator';
}
