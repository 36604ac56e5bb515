import type { Range } from 'vscode-languageserver-types';
import type { Position } from '../../core/text/lineIndex';
import type { Span } from '../../core/text/span';

/** Converts offsets in a text to lines and characters, and back. */
export interface TextPlaces {
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
}

/** Converts a span to a range of the protocol. */
export function rangeAt(places: Pick<TextPlaces, 'positionAt'>, { start, end }: Span): Range {
  return { start: places.positionAt(start), end: places.positionAt(end) };
}

/** Converts a range to offsets; a backward range becomes empty. */
export function spanAt(places: Pick<TextPlaces, 'offsetAt'>, range: Range): Span {
  const start = places.offsetAt(range.start);
  return { start, end: Math.max(start, places.offsetAt(range.end)) };
}
