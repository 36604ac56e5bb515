import type { JobAttribute, ObjectDefinition } from '../../core/jobSchema/jobSchema';
import type { Markdown } from '../shared/markdown';
import { code, words, paragraphs, prose } from '../shared/markdown';

/** Describes an attribute of a directory from its definition, in Markdown. */
export function describeJobAttribute(attribute: JobAttribute, object: ObjectDefinition): Markdown {
  const facts = jobAttributeFacts(attribute);
  return paragraphs(
    words`**${code(attribute.name?.text ?? '', 200)}** attribute of ${code(object.name?.text ?? '', 100)}`,
    prose(facts.join(', ')),
    attribute.defaultValue !== undefined && words`Default: ${code(attribute.defaultValue.text)}`,
  );
}

/** The notable facts of the definition, such as `String, several values, needed`. */
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
