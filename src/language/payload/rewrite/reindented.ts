import type { JsonNode } from '../../../core/json/jsonNode';
import { layoutOf } from './jsonLayout';

/** The text of a value, its lines indented for another object than the one that it stands in. */
export function reindented(text: string, from: JsonNode, to: JsonNode, value: string): string {
  const [own, other] = [layoutOf(text, from), layoutOf(text, to)];
  const before = own.outer + own.indent;
  const after = other.outer + other.indent;
  // A line break stands in no text of JSON
  return value.replaceAll(`\n${before}`, `\n${after}`);
}
