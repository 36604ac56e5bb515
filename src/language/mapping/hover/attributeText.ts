import type { AttributeFacts } from '../../../core/scim/attributeFacts';
import type { AttributePath } from '../../../core/scim/attributePath';
import { formatAttributePath } from '../../../core/scim/attributePath';
import type { AttributeDefinition } from '../../../core/scim/schema';
import type { Markdown } from '../../shared/markdown';
import { bulletList, code, joined, words, ours, paragraphs } from '../../shared/markdown';

/** What is said of an attribute, as Markdown: what it is, and behind what it is and does here, what else is to be known. */
export interface AttributeText {
  readonly head: Markdown;
  readonly rest: Markdown;
}

/** An attribute of the tables: its meaning, its usual targets, what limits it, and who says so. */
export function attributeText(
  path: AttributePath,
  definition: AttributeDefinition | undefined,
  facts: AttributeFacts,
): AttributeText {
  const kind = [
    definition?.type ?? '',
    definition?.multiValued === true ? 'several values' : '',
    definition?.readOnly === true ? 'read-only' : '',
  ].flatMap((word) => (word === '' ? [] : [ours(word)]));
  const head = paragraphs(
    words`**${code(formatAttributePath(path), Infinity)}** ${joined(kind, ', ')}`,
    words`${ours(facts.meaning)} *(RFC 7643)*`,
  );
  const rest = paragraphs(
    targets(facts),
    facts.maxLength && words`At most ${facts.maxLength.characters} characters. *(${ours(facts.maxLength.source)})*`,
    bulletList(facts.notes.map(({ text, source }) => words`${ours(text)} *(${ours(source)})*`)),
  );
  return { head, rest };
}

/** The usual targets; they are not the tenant's truth, and the words say so. */
function targets({ entra, activeDirectory }: AttributeFacts): Markdown | undefined {
  const parts = [
    entra.length > 0 && words`${names(entra)} of Microsoft Entra ID`,
    activeDirectory.length > 0 && words`${names(activeDirectory)} of Active Directory`,
  ].filter((part) => part !== false);
  return parts.length === 0
    ? undefined
    : words`Usually goes to ${joined(parts, ', or to ')}. The mappings of the provisioning job decide.`;
}

function names(attributes: readonly string[]): Markdown {
  return joined(
    attributes.map((name) => code(name)),
    ' and ',
  );
}
