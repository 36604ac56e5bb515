import type { Span } from '../text/span';
import { spanOf } from '../json/jsonNode';
import type { AttributeMapping, JobSchema } from './jobSchema';
import { mapsUsers, resolveMappings } from './resolveMappings';
import { sourceNames } from './sourceNames';

/** An attribute mapping of a job: which attribute of the directory it fills, and from what. */
export interface AttributeFlow {
  readonly target: string;
  /** The SCIM attributes that it reads, each once. */
  readonly sources: readonly string[];
  /**
   * `[displayName]`, an expression as in the schema, or a text in quotes. Empty if the mapping has only a default
   * value.
   */
  readonly expression: string;
  /** The range of the attribute mapping in the schema's text, and below that of its target's name. */
  readonly span: Span;
  readonly targetSpan: Span;
}

/** Returns the attribute mappings of the first enabled object mapping for people, in the order of the schema. */
export function attributeFlows(schema: JobSchema): readonly AttributeFlow[] {
  const [people] = resolveMappings(schema).filter((resolved) => mapsUsers(resolved) && resolved.mapping.isEnabled);
  return (people?.mapping.attributeMappings ?? []).flatMap((attribute) => {
    const { target, node } = attribute;
    if (target === undefined) return [];
    const spans = { span: spanOf(node), targetSpan: target.span };
    return { target: target.text, sources: sourceNames(attribute), expression: writtenIn(attribute), ...spans };
  });
}

function writtenIn({ expression, source }: AttributeMapping): string {
  const written = expression?.embedded.text.trim() ?? '';
  const name = source?.name?.text;
  if (written !== '' || name === undefined) return written;
  if (source?.type === 'Attribute') return `[${name}]`;
  return source?.type === 'Constant' ? JSON.stringify(name) : name;
}
