import type { Range } from 'vscode-languageserver-types';
import type { Position } from '../../core/text/lineIndex';
import type { Span } from '../../core/text/span';

/** From offsets in a text to lines and characters, and back. */
export interface TextPlaces {
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
}

/** A span in the numbers of the protocol. */
export function rangeAt(places: Pick<TextPlaces, 'positionAt'>, { start, end }: Span): Range {
  return { start: places.positionAt(start), end: places.positionAt(end) };
}

/** A range as offsets; one that is written backwards is empty. */
export function spanAt(places: Pick<TextPlaces, 'offsetAt'>, range: Range): Span {
  const start = places.offsetAt(range.start);
  return { start, end: Math.max(start, places.offsetAt(range.end)) };
}
