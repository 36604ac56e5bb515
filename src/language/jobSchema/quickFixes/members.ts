import { parseExpression } from '../../../core/expression/parser';
import { toGraphTree } from '../../../core/expression/graphTree';
import { attributeNames } from '../../../core/jobSchema/resolveMappings';
import { memberNode, membersOf } from '../../../core/json/jsonNode';
import { nearest } from '../../../core/text/nearest';
import { textIn } from '../../shared/fixes/fixData';
import { addElement, removeItem } from '../jsonEdits';
import type { JobQuickFix } from './jobFix';
import { mappingOf } from './jobFix';

/** Removes a member that contradicts the rest. */
export const removeMember: JobQuickFix = {
  codes: ['job.contradictory-member'],
  *fixes(request) {
    const { attribute } = mappingOf(request) ?? {};
    const name = textIn(request.data, 'remove');
    const member = membersOf(attribute?.node).find(({ nameNode }) => nameNode.offset === request.span.start);
    if (attribute === undefined || member === undefined || member.name !== name) return;
    const edit = removeItem(attribute.node, member.nameNode);
    if (edit !== undefined) yield { title: `Remove "${name}"`, edits: [edit], isPreferred: true };
  },
};

/** Removes the second mapping for a target. */
export const removeMapping: JobQuickFix = {
  codes: ['job.duplicate-target', 'job.key-target', 'job.read-only-target'],
  *fixes(request) {
    const { around, attribute } = mappingOf(request) ?? {};
    const list = memberNode(around?.mapping.node, 'attributeMappings');
    if (attribute === undefined || list === undefined) return;
    const edit = removeItem(list, attribute.node);
    if (edit !== undefined) yield { title: 'Remove this mapping', edits: [edit] };
  },
};

/** The members that Graph writes next to target and source. */
const USUAL = {
  defaultValue: null,
  exportMissingReferences: false,
  flowBehavior: 'FlowWhenChanged',
  flowType: 'Always',
  matchingPriority: 0,
};

/** Adds a direct mapping for a required target, from the source attribute with the most similar name. */
export const addMapping: JobQuickFix = {
  codes: ['job.required-target'],
  *fixes(request) {
    const { around, attribute } = mappingOf(request) ?? {};
    const target = textIn(request.data, 'attribute');
    const list = memberNode(around?.mapping.node, 'attributeMappings');
    if (target === undefined || list === undefined || attribute !== undefined) return;
    const source = nearest(target, attributeNames(around?.source));
    const { expression } = parseExpression(`[${source ?? ''}]`);
    const tree = source === undefined || expression === undefined ? undefined : toGraphTree(expression);
    if (tree === undefined || 'refusal' in tree) return;
    const mapping = { ...USUAL, targetAttributeName: target, source: tree };
    yield {
      title: `Add a mapping of ${target} from [${source ?? ''}]`,
      edits: [addElement(request.document.text, list, mapping)],
    };
  },
};
