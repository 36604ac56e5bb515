import type { Call } from '../../expression/syntax';
import { walk } from '../../expression/syntax';
import { problemKind, problemOf } from '../../problems/problemKind';
import type { JobCheck, ResolvedMapping } from '../jobCheck';
import { eachAttribute } from '../jobCheck';
import type { ObjectDefinition } from '../jobSchema';
import { attributeOf } from '../resolveMappings';

const kind = problemKind({
  code: 'job.switch-on-reference',
  severity: 'warning',
  title: 'Switch for a reference to another person',
  explanation:
    "Microsoft's reference advises against Switch for attributes that refer to other people, like manager: when only another attribute changes, the service may see the reference as empty and write the default. The service resolves a reference only from the value of the source.",
  remedy:
    'Map the attribute directly. Choose the referenced person in the HR system, or in the mapping of the extract.',
  authority: 'Entra',
  example: {
    wrong:
      '"attributeMappings": [\n  { "targetAttributeName": "manager", "source": { "expression": "Switch([manager], [manager], \\"\\", \\"7001\\")" } }\n]',
    right: '"attributeMappings": [\n  { "targetAttributeName": "manager", "source": { "expression": "[manager]" } }\n]',
  },
});

/** A Switch that fills a reference, or reads one. */
export const switchOnReference: JobCheck = {
  kinds: [kind],
  find: eachAttribute(function* ({ expression, target: name }, { source, target }) {
    if (expression?.parsed.expression === undefined) return;
    const isOfReference = isReference(target, name?.text);
    for (const node of walk(expression.parsed.expression)) {
      if (node.kind !== 'call' || node.name !== 'Switch') continue;
      const about = isOfReference ? name?.text : referenceIn(node, source);
      if (about === undefined) continue;
      const { toDocument } = expression.embedded;
      const where = { start: toDocument(node.nameSpan.start), end: toDocument(node.nameSpan.end) };
      yield problemOf(kind, where, `"${about}" refers to another person, and Switch can lose it. Map it directly.`);
    }
  }),
};

function isReference(object: ResolvedMapping['target'], name: string | undefined): boolean {
  return attributeOf(object, name)?.type.toLowerCase() === 'reference';
}

function referenceIn(call: Call, source: ObjectDefinition | undefined): string | undefined {
  for (const node of walk(call)) if (node.kind === 'attribute' && isReference(source, node.name)) return node.name;
  return undefined;
}
