import type { Markdown } from '../../shared/markdown';
import { link, words } from '../../shared/markdown';
import type { MappingDocument } from '../document/mappingDocument';

/** `line 17` as Markdown, linked to these cells of the extract if the editor provides an address. */
export function lineLink({ knowledge }: MappingDocument, line: number, columns: readonly string[]): Markdown {
  const shown = words`line ${line}`;
  const target = knowledge.extract?.linkTo?.(line, columns);
  return target === undefined ? shown : link(shown, target);
}
