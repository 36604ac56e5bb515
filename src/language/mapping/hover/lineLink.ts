import type { Markdown } from '../../shared/markdown';
import { link, words } from '../../shared/markdown';
import type { MappingDocument } from '../document/mappingDocument';

/** `line 17` as Markdown: a link to these cells of the extract where the editor has one for it. */
export function lineLink({ knowledge }: MappingDocument, line: number, columns: readonly string[]): Markdown {
  const shown = words`line ${line}`;
  const target = knowledge.extract?.linkTo?.(line, columns);
  return target === undefined ? shown : link(shown, target);
}
