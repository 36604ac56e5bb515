import { memberNode, membersOf, spanOf } from '../../json/jsonNode';
import { problemKind, problemOf } from '../../problems/problemKind';
import type { JobCheck } from '../jobCheck';
import { eachAttribute } from '../jobCheck';

const kind = problemKind({
  code: 'job.contradictory-member',
  severity: 'warning',
  title: 'Member that contradicts the schema',
  explanation:
    'Some clients write "mappingType" and "expression" beside "source". Microsoft Graph documents neither: what kind of mapping it is, and its expression, stand in "source" alone, and what is said here may differ from it.',
  remedy: 'Remove the member, and say it in "source".',
  authority: 'Entra',
  example: {
    wrong: '"mappingType": "Direct", "source": { "type": "Attribute", "name": "title" }',
    right: '"source": { "type": "Attribute", "name": "title" }',
  },
});

const CONTRADICTORY = ['mappingType', 'expression'];

/** Data: `remove`, the name of the member. */
export const contradictoryMembers: JobCheck = {
  kinds: [kind],
  find: eachAttribute(function* ({ node }) {
    for (const { name, nameNode } of membersOf(node)) {
      if (!CONTRADICTORY.includes(name)) continue;
      const has = memberNode(node, 'source')?.type === 'object' ? '"source" says it already' : '"source" is to say it';
      yield problemOf(kind, spanOf(nameNode), `An attribute mapping has no member "${name}": ${has}.`, {
        remove: name,
      });
    }
  }),
};
