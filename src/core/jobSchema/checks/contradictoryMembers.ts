import { memberNode, membersOf, spanOf } from '../../json/jsonNode';
import { problemKind, problemOf } from '../../problems/problemKind';
import type { JobCheck } from '../jobCheck';
import { eachAttribute } from '../jobCheck';

const kind = problemKind({
  code: 'job.contradictory-member',
  severity: 'warning',
  title: 'Member that contradicts the schema',
  explanation:
    'Some clients write "mappingType" and "expression" next to "source". Microsoft Graph documents neither: only "source" contains the kind of the mapping and its expression, and these members may differ from it.',
  remedy: 'Remove the member, and set it in "source".',
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
      const has = memberNode(node, 'source')?.type === 'object' ? '"source" already has this' : 'set it in "source"';
      yield problemOf(kind, spanOf(nameNode), `"${name}" is not a member of an attribute mapping: ${has}.`, {
        remove: name,
      });
    }
  }),
};
