import type { JobAttribute, ObjectDefinition } from '../../core/jobSchema/jobSchema';
import { paragraphs } from '../mapping/hover/description';
import { code } from '../shared/markdown';

/** An attribute of a directory as its definition has it, in Markdown. */
export function describeJobAttribute(attribute: JobAttribute, object: ObjectDefinition): string {
  const facts = jobAttributeFacts(attribute);
  return paragraphs(
    `**${code(attribute.name?.text ?? '', 200)}** attribute of ${code(object.name?.text ?? '', 100)}`,
    facts.join(', '),
    attribute.defaultValue !== undefined && `Default: ${code(attribute.defaultValue.text)}`,
  );
}

/** `String, several values, needed`: what the definition says that is not usual. */
export function jobAttributeFacts({
  type,
  isMultivalued,
  isRequired,
  isAnchor,
  mutability,
}: JobAttribute): readonly string[] {
  return [
    type,
    isMultivalued ? 'several values' : '',
    isRequired ? 'required' : '',
    isAnchor ? 'anchor' : '',
    mutability === 'ReadWrite' ? '' : mutability,
  ].filter((fact) => fact !== '');
}
