import { PatternReader } from './patternReader';
import type { RegexMatch } from './matcher';
import type { RegexGroups } from './regexTree';
import type { WrittenText } from '../../limits/writtenText';

/** A part of the replacement of a match: literal text, what a slot captured, or a part of the source. */
export type ReplacementPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'slot'; readonly slot: number }
  | { readonly kind: 'before' | 'after' | 'whole' };

/** .NET does not read a larger number. */
const MAX_DIGITS = 9;

/**
 * Reads the substitutions of .NET: `$1 ${1} ${name} $$ $& $` $' $+ $_`. A reference to an unknown group is literal
 * text, so that nothing is refused.
 * https://learn.microsoft.com/dotnet/standard/base-types/substitutions-in-regular-expressions
 */
export function parseReplacement(replacement: string, groups: RegexGroups): ReplacementPart[] {
  const reader = new PatternReader(replacement);
  const parts: ReplacementPart[] = [];
  while (!reader.atEnd) {
    const dollar = replacement.indexOf('$', reader.offset);
    const end = dollar < 0 ? replacement.length : dollar;
    if (end > reader.offset) parts.push({ kind: 'text', text: replacement.slice(reader.offset, end) });
    reader.offset = end;
    if (reader.eat('$')) parts.push(substitution(reader, groups));
  }
  return parts;
}

/** The place is after a `$`, and stays there if the `$` is literal. */
function substitution(reader: PatternReader, groups: RegexGroups): ReplacementPart {
  const back = reader.offset;
  const slot = groupReference(reader, groups);
  if (slot !== undefined) return { kind: 'slot', slot };
  reader.offset = back;
  switch (reader.take()) {
    case '$':
      return { kind: 'text', text: '$' };
    case '&':
      return { kind: 'slot', slot: 0 };
    case '`':
      return { kind: 'before' };
    case "'":
      return { kind: 'after' };
    case '+':
      // The group with the largest number, even when it captured nothing.
      return { kind: 'slot', slot: groups.slots - 1 };
    case '_':
      return { kind: 'whole' };
    default:
      reader.offset = back;
      return { kind: 'text', text: '$' };
  }
}

/** `1`, `{1}` or `{name}`, if the pattern has that group. `$12` never means group 1 followed by a 2. */
function groupReference(reader: PatternReader, groups: RegexGroups): number | undefined {
  const braced = reader.eat('{');
  if (reader.atDigit) {
    const digits = /^[0-9]*/.exec(reader.pattern.slice(reader.offset))?.[0] ?? '';
    reader.offset += digits.length;
    if ((braced && !reader.eat('}')) || digits.replace(/^0+/, '').length > MAX_DIGITS) return undefined;
    return groups.byNumber.get(Number(digits));
  }
  if (!braced) return undefined;
  const name = reader.word();
  return reader.eat('}') ? groups.byName.get(name) : undefined;
}

/** Writes the replacement of a match; returns its length. */
export function writeReplacement(
  parts: readonly ReplacementPart[],
  source: string,
  match: RegexMatch,
  out: WrittenText,
): number {
  let length = 0;
  for (const part of parts) {
    const piece = writePart(part, source, match);
    out.add(piece);
    length += piece.length;
  }
  return length;
}

function writePart(part: ReplacementPart, source: string, match: RegexMatch): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'slot':
      return capturedText(source, match, part.slot) ?? '';
    case 'before':
      return source.slice(0, match.start);
    case 'after':
      return source.slice(match.end);
    case 'whole':
      return source;
  }
}

/** What a slot captured last; undefined if nothing. */
export function capturedText(source: string, match: RegexMatch, slot: number): string | undefined {
  const start = match.captures[2 * slot] ?? -1;
  return start < 0 ? undefined : source.slice(start, match.captures[2 * slot + 1]);
}
