import type { AttributeFacts } from '../../../core/scim/attributeFacts';
import type { AttributePath } from '../../../core/scim/attributePath';
import { formatAttributePath } from '../../../core/scim/attributePath';
import type { AttributeDefinition } from '../../../core/scim/schema';
import type { Markdown } from '../../shared/markdown';
import { bulletList, code, joined, words, ours, paragraphs } from '../../shared/markdown';

/** The text about an attribute, as Markdown: what it is, and further facts that follow its role at this place. */
export interface AttributeText {
  readonly head: Markdown;
  readonly rest: Markdown;
}

/** A standard attribute: its meaning, its usual targets, its limits, and their sources. */
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

/** The usual targets; the text says that a tenant may differ. */
function targets({ entra, activeDirectory }: AttributeFacts): Markdown | undefined {
  const parts = [
    entra.length > 0 && words`${names(entra)} of Microsoft Entra ID`,
    activeDirectory.length > 0 && words`${names(activeDirectory)} of Active Directory`,
  ].filter((part) => part !== false);
  return parts.length === 0
    ? undefined
    : words`Usually fills ${joined(parts, ', or ')}. The mappings of the provisioning job decide.`;
}

function names(attributes: readonly string[]): Markdown {
  return joined(
    attributes.map((name) => code(name)),
    ' and ',
  );
}
