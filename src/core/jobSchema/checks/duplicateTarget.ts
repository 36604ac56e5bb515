import { problemKind, problemOf } from '../../problems/problemKind';
import type { Span } from '../../text/span';
import type { JobCheck } from '../jobCheck';

const kind = problemKind({
  code: 'job.duplicate-target',
  severity: 'error',
  title: 'Two mappings for one target attribute',
  explanation: 'An attribute of the target has one mapping. With two of them it is not said which value it gets.',
  remedy: 'Remove one of them, or make one expression of both: Coalesce takes the first value that is there.',
  authority: 'Entra',
  example: {
    wrong: '"attributeMappings": [{ "targetAttributeName": "city" }, { "targetAttributeName": "city" }]',
    right: '"attributeMappings": [{ "targetAttributeName": "city" }, { "targetAttributeName": "state" }]',
  },
});

/** Data: `first`, the mapping before. */
export const duplicateTarget: JobCheck = {
  kinds: [kind],
  *find({ mappings }) {
    for (const { mapping } of mappings) {
      const seen = new Map<string, Span>();
      for (const { target } of mapping.attributeMappings) {
        if (target === undefined) continue;
        const first = seen.get(target.text);
        if (first === undefined) seen.set(target.text, target.span);
        else yield problemOf(kind, target.span, `"${target.text}" has a mapping already.`, { first });
      }
    }
  },
};
