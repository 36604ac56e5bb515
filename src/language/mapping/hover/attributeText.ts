import { formatCount } from '../../../core/text/formatCount';
import type { AttributeFacts } from '../../../core/scim/attributeFacts';
import type { AttributePath } from '../../../core/scim/attributePath';
import { formatAttributePath } from '../../../core/scim/attributePath';
import type { AttributeDefinition } from '../../../core/scim/schema';
import { code } from '../../shared/markdown';
import { paragraphs } from './description';

/** What is said of an attribute, as Markdown: what it is, and behind what it is and does here, what else is to be known. */
export interface AttributeText {
  readonly head: string;
  readonly rest: string;
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
  ];
  const head = paragraphs(
    `**${code(formatAttributePath(path), Infinity)}** ${kind.filter((word) => word !== '').join(', ')}`,
    `${facts.meaning} *(RFC 7643)*`,
  );
  const rest = paragraphs(
    targets(facts),
    facts.maxLength && `At most ${formatCount(facts.maxLength.characters)} characters. *(${facts.maxLength.source})*`,
    facts.notes.map(({ text, source }) => `- ${text} *(${source})*`).join('\n'),
  );
  return { head, rest };
}

/** The usual targets; they are not the tenant's truth, and the words say so. */
function targets({ entra, activeDirectory }: AttributeFacts): string | undefined {
  const parts = [
    entra.length > 0 && `${names(entra)} of Microsoft Entra ID`,
    activeDirectory.length > 0 && `${names(activeDirectory)} of Active Directory`,
  ].filter((part) => part !== false);
  return parts.length === 0
    ? undefined
    : `Usually goes to ${parts.join(', or to ')}. The mappings of the provisioning job decide.`;
}

function names(attributes: readonly string[]): string {
  return attributes.map((name) => code(name)).join(' and ');
}
