import type { AttributeFacts } from '../../../core/scim/attributeFacts';
import type { AttributePath } from '../../../core/scim/attributePath';
import { formatAttributePath } from '../../../core/scim/attributePath';
import type { AttributeDefinition } from '../../../core/scim/schema';
import type { Markdown } from '../../shared/markdown';
import { code, joined, words, ours, paragraphs, prose } from '../../shared/markdown';

/** The meaning of an attribute, its target in Entra and its limits, each with its source. */
export function documentAttribute(
  path: AttributePath,
  { type, description }: AttributeDefinition,
  facts: AttributeFacts | undefined,
): Markdown {
  const names = facts?.entra.map((name) => code(name)) ?? [];
  const maxLength = facts?.maxLength;
  return paragraphs(
    words`${code(formatAttributePath(path), Infinity)} (${prose(type)})`,
    facts === undefined ? prose(description) : ours(facts.meaning),
    names.length > 0 && words`Usually fills ${joined(names, ', ')} in Microsoft Entra ID.`,
    maxLength && words`At most ${maxLength.characters} characters (${ours(maxLength.source)}).`,
    ...(facts?.notes ?? []).map(({ source, text }) => words`${ours(source)}: ${ours(text)}`),
  );
}

/** `98 % filled`, rounded down so that it never overstates. */
export function share(filled: number, records: number): string {
  if (filled === 0) return 'empty';
  const percent = Math.floor((filled * 100) / records);
  return percent === 0 ? '<1 % filled' : `${percent} % filled`;
}
