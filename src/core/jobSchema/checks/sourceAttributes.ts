import type { Problem } from '../../problems/problem';
import { problemKind, problemOf } from '../../problems/problemKind';
import { walk } from '../../expression/syntax';
import { NearestNames } from '../../text/nearest';
import { jsonEscaped } from '../embeddedExpression';
import type { JobCheck, ResolvedMapping } from '../jobCheck';
import type { AttributeMapping, ObjectDefinition } from '../jobSchema';
import { attributeNames, attributeOf } from '../resolveMappings';
import { treeNames } from '../sourceNames';

const kind = problemKind({
  code: 'job.unknown-source-attribute',
  severity: 'error',
  title: 'Unknown source attribute',
  explanation:
    'An expression or a filter reads an attribute that the source object does not define. Names are case-sensitive; the text between the brackets must be exactly the name in the definition, type eq "work" included.',
  remedy: 'Use the suggested name, or define the attribute in the source object.',
  authority: 'Entra',
  example: { wrong: '"source": { "expression": "[Title]" }', right: '"source": { "expression": "[title]" }' },
});

/**
 * Names that the source object does not have: in expressions, in their stored trees if those say more, and in filters.
 * Data: `replacement`, the most similar name, in the form for its place.
 */
export const sourceAttributes: JobCheck = {
  kinds: [kind],
  *find({ mappings }) {
    for (const around of mappings) {
      const { source, mapping } = around;
      if (source?.isListed !== true) continue;
      const names = new NearestNames(attributeNames(source));
      for (const attribute of mapping.attributeMappings) yield* inMapping(attribute, source, names);
      yield* inFilters(around, source, names);
    }
  },
};

function* inMapping(
  { expression, source }: AttributeMapping,
  object: ObjectDefinition,
  names: NearestNames,
): Generator<Problem> {
  const seen = new Set<string>();
  if (expression?.parsed.expression !== undefined) {
    for (const node of walk(expression.parsed.expression)) {
      if (node.kind !== 'attribute') continue;
      seen.add(node.name);
      if (node.name === '' || attributeOf(object, node.name) !== undefined) continue;
      const { toDocument } = expression.embedded;
      const where = { start: toDocument(node.span.start), end: toDocument(node.span.end) };
      yield unknown(node.name, where, object, names, (near) => jsonEscaped(`[${near}]`));
    }
  }
  for (const name of treeNames(source))
    if (!seen.has(name.text) && attributeOf(object, name.text) === undefined)
      yield unknown(name.text, name.span, object, names, JSON.stringify);
}

function* inFilters({ mapping }: ResolvedMapping, object: ObjectDefinition, names: NearestNames): Generator<Problem> {
  for (const { attribute } of mapping.groups.flatMap(({ clauses }) => clauses))
    if (attribute !== undefined && attributeOf(object, attribute.text) === undefined)
      yield unknown(attribute.text, attribute.span, object, names, JSON.stringify);
}

function unknown(
  name: string,
  where: Problem['span'],
  object: ObjectDefinition,
  names: NearestNames,
  written: (name: string) => string,
): Problem {
  const near = names.of(name);
  const advice =
    near === undefined
      ? ''
      : near.toLowerCase() === name.toLowerCase()
        ? ` Names are case-sensitive: it has "${near}".`
        : ` Did you mean "${near}"?`;
  const message = `Unknown attribute "${name}": the source object "${object.name?.text ?? ''}" does not define it.${advice}`;
  return problemOf(kind, where, message, near === undefined ? undefined : { replacement: written(near) });
}
