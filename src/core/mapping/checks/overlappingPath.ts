import type { Problem } from '../../problems/problem';
import { problemKind, problemOf } from '../../problems/problemKind';
import type { FilterTerm } from '../../scim/attributePath';
import { formatAttributePath } from '../../scim/attributePath';
import type { MappingCheck } from './mappingCheck';
import type { ResolvedRule } from '../model/model';

const kind = problemKind({
  code: 'mapping.overlapping-path',
  severity: 'error',
  blocking: true,
  title: 'Overlapping paths',
  explanation:
    'Two rules conflict: a custom attribute is both a value and an object with members (an error: one would be lost), one element of a list has two filters, which makes two elements, or a rule sets an attribute that the filter of its own path already sets.',
  remedy: 'Write the paths of one element in the same way, and omit what the filter already sets.',
  authority: 'the language',
  example: {
    wrong: 'emails[type eq "work"].type = [MailType]\nemails[type eq "work"].value = [Mail]',
    right: 'emails[type eq "work"].value = [Mail]',
  },
});

/**
 * Attributes that two rules fill in conflicting ways. Data: the range of the `first` rule, as `{start, end}`, if there
 * are two; `filter`, the filter of the first with its brackets, if the second should use it.
 */
export const overlappingPath: MappingCheck = {
  kinds: [kind],
  ofRule: inOwnFilter,
  *ofMapping({ model }) {
    const ofAttribute = new Map<string, ResolvedRule>();
    const ofElement = new Map<string, ResolvedRule>();
    for (const rule of model.rules) {
      const { attribute: key, element } = rule.keys;
      const first = ofAttribute.get(key);
      if (first === undefined) ofAttribute.set(key, rule);
      else yield* valueAndMembers(first, rule);
      const sameElement = ofElement.get(element);
      if (sameElement === undefined) ofElement.set(element, rule);
      else yield* otherOrder(sameElement, rule);
    }
  },
};

/** Reports an attribute that is filled both as a value and as an object. A list may have several elements. */
function* valueAndMembers(first: ResolvedRule, rule: ResolvedRule): Generator<Problem> {
  const shape = ({ path }: ResolvedRule) =>
    path.filter !== undefined ? 'a list' : path.sub !== undefined ? 'an object with members' : 'a value';
  if (rule.definition !== undefined || shape(first) === shape(rule)) return;
  const message = `"${rule.path.attribute}" is ${shape(first)} in an earlier rule and ${shape(rule)} here. It can be only one of them.`;
  yield problemOf(kind, rule.rule.path.span, message, { first: first.rule.path.span });
}

/** Reports filters with the same terms in another order or case, which make two elements instead of one. */
function* otherOrder(first: ResolvedRule, rule: ResolvedRule): Generator<Problem> {
  const [wanted, found] = [first, rule].map(({ path }) => filterText(path.filter ?? []));
  if (wanted === found || wanted === undefined) return;
  const message = `An earlier rule writes this element as ${first.path.attribute}${wanted}. Two spellings make two elements.`;
  const data = { first: first.rule.path.span, filter: wanted };
  yield { ...problemOf(kind, rule.rule.path.span, message, data), severity: 'warning' };
}

function* inOwnFilter({ path, rule }: ResolvedRule): Generator<Problem> {
  const sub = path.sub?.toLowerCase();
  const term = path.filter?.find(({ attribute }) => attribute.toLowerCase() === sub);
  if (term === undefined) return;
  const message = `The filter of "${formatAttributePath(path)}" already sets "${term.attribute}" to ${JSON.stringify(term.value)}, and this rule would overwrite it.`;
  yield { ...problemOf(kind, rule.path.span, message), severity: 'warning' };
}

function filterText(terms: readonly FilterTerm[]): string {
  return `[${terms.map(({ attribute, value }) => `${attribute} eq ${JSON.stringify(value)}`).join(' and ')}]`;
}
