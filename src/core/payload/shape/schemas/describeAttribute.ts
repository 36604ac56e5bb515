import { attributeFacts } from '../../../scim/attributeFacts';
import type { AttributePath } from '../../../scim/attributePath';
import type { AttributeDefinition } from '../../../scim/schema';

/**
 * What hover and completion show for an attribute, in Markdown: its meaning, its target in Entra, its limits and their
 * sources.
 */
export function attributeDescription(definition: AttributeDefinition, path: AttributePath): string {
  const facts = attributeFacts(path);
  if (facts === undefined) return definition.description;
  const { entra, activeDirectory, maxLength, notes } = facts;
  const targets = [
    ...(entra.length === 0 ? [] : [`Entra ID: ${codes(entra)}`]),
    ...(activeDirectory.length === 0 ? [] : [`Active Directory: ${codes(activeDirectory)}`]),
  ];
  return [
    definition.description,
    ...(targets.length === 0 ? [] : [`Usually fills ${targets.join('; ')}`]),
    ...(maxLength === undefined ? [] : [`At most ${maxLength.characters} characters (${maxLength.source})`]),
    ...notes.map(({ text, source }) => `${text} *${source}*`),
  ].join('\n\n');
}

function codes(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
