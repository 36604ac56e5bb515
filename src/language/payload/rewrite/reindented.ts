import type { JsonNode } from '../../../core/json/jsonNode';
import { layoutOf } from './jsonLayout';

/** The text of a value, re-indented for another object. */
export function reindented(text: string, from: JsonNode, to: JsonNode, value: string): string {
  const [own, other] = [layoutOf(text, from), layoutOf(text, to)];
  const before = own.outer + own.indent;
  const after = other.outer + other.indent;
  // A JSON string cannot contain a line break
  return value.replaceAll(`\n${before}`, `\n${after}`);
}
