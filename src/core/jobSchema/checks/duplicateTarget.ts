import { problemKind, problemOf } from '../../problems/problemKind';
import type { Span } from '../../text/span';
import type { JobCheck } from '../jobCheck';

const kind = problemKind({
  code: 'job.duplicate-target',
  severity: 'error',
  title: 'Duplicate target attribute',
  explanation: 'An attribute of the target can have only one mapping. With two it is undefined which value it gets.',
  remedy: 'Remove one of them, or combine both in one expression: Coalesce uses the first value that is not absent.',
  authority: 'Entra',
  example: {
    wrong: '"attributeMappings": [{ "targetAttributeName": "city" }, { "targetAttributeName": "city" }]',
    right: '"attributeMappings": [{ "targetAttributeName": "city" }, { "targetAttributeName": "state" }]',
  },
});

/** Data: `first`, the earlier mapping. */
export const duplicateTarget: JobCheck = {
  kinds: [kind],
  *find({ mappings }) {
    for (const { mapping } of mappings) {
      const seen = new Map<string, Span>();
      for (const { target } of mapping.attributeMappings) {
        if (target === undefined) continue;
        const first = seen.get(target.text);
        if (first === undefined) seen.set(target.text, target.span);
        else yield problemOf(kind, target.span, `"${target.text}" already has a mapping.`, { first });
      }
    }
  },
};
