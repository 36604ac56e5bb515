import { formatCount } from '../../../core/text/formatCount';
import type { MappingDocument } from '../document/mappingDocument';

/** `line 17` as Markdown: a link to these cells of the extract where the editor has one for it. */
export function lineLink({ knowledge }: MappingDocument, line: number, columns: readonly string[]): string {
  const words = `line ${formatCount(line)}`;
  const link = knowledge.extract?.linkTo?.(line, columns);
  return link === undefined ? words : `[${words}](${link})`;
}
