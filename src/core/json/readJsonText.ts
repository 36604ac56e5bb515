import type { Problem } from '../problem';
import type { JsonNode } from './jsonNode';

/** A JSON text, read tolerantly and judged strictly. */
export interface JsonText {
  readonly text: string;
  /** Absent when there is no value at all, or when it must not be read (too deep, too large). */
  readonly root: JsonNode | undefined;
  /** What RFC 8259 and our limits refuse, by place: syntax, names that stand twice, depth, size. */
  readonly problems: readonly Problem[];
}
