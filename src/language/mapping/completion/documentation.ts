import { formatCount } from '../../../core/text/formatCount';
import type { AttributeFacts } from '../../../core/scim/attributeFacts';
import type { AttributePath } from '../../../core/scim/attributePath';
import { formatAttributePath } from '../../../core/scim/attributePath';
import type { AttributeDefinition } from '../../../core/scim/schema';
import { code } from '../../shared/markdown';

/** What an attribute means, where Entra takes it, and what limits it; each with who says so. */
export function documentAttribute(
  path: AttributePath,
  { type, description }: AttributeDefinition,
  facts: AttributeFacts | undefined,
): string {
  const paragraphs = [`${code(formatAttributePath(path), Infinity)} (${type})`, facts?.meaning ?? description];
  if (facts !== undefined && facts.entra.length > 0)
    paragraphs.push(`Usually fills ${facts.entra.map((name) => code(name)).join(', ')} in Microsoft Entra ID.`);
  if (facts?.maxLength !== undefined)
    paragraphs.push(`At most ${formatCount(facts.maxLength.characters)} characters (${facts.maxLength.source}).`);
  for (const note of facts?.notes ?? []) paragraphs.push(`${note.source}: ${note.text}`);
  return paragraphs.join('\n\n');
}

/** `98 % filled`, never more than there is. */
export function share(filled: number, records: number): string {
  if (filled === 0) return 'empty';
  const percent = Math.floor((filled * 100) / records);
  return percent === 0 ? '<1 % filled' : `${percent} % filled`;
}
