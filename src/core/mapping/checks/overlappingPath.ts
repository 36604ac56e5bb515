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
  title: 'Paths that overlap',
  explanation:
    'Two rules fill places that cannot both be: an attribute of a custom schema as a value and as an object with members (an error: one of them would be lost), one element of a list under two filters, which makes two elements of it, or an attribute that the filter of its own path has set already.',
  remedy: 'Write the paths of one element in the same way, and leave out what the filter says already.',
  authority: 'the language',
  example: {
    wrong: 'emails[type eq "work"].type = [MailType]\nemails[type eq "work"].value = [Mail]',
    right: 'emails[type eq "work"].value = [Mail]',
  },
});

/**
 * Places that two rules fill in ways that do not go together. Data: where the `first` of the two stands, as
 * `{start, end}`, where there are two; `filter`, the filter of the first with its brackets, where it is to be taken over.
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

/** Lists take several elements; anything else is a value or an object, and not both. */
function* valueAndMembers(first: ResolvedRule, rule: ResolvedRule): Generator<Problem> {
  const shape = ({ path }: ResolvedRule) =>
    path.filter !== undefined ? 'a list' : path.sub !== undefined ? 'an object with members' : 'a value';
  if (rule.definition !== undefined || shape(first) === shape(rule)) return;
  const message = `"${rule.path.attribute}" is ${shape(first)} in an earlier rule and ${shape(rule)} here: it can be one of them only.`;
  yield problemOf(kind, rule.rule.path.span, message, { first: first.rule.path.span });
}

/** The same terms in another order or another case: two elements are written where one is meant. */
function* otherOrder(first: ResolvedRule, rule: ResolvedRule): Generator<Problem> {
  const [wanted, found] = [first, rule].map(({ path }) => filterText(path.filter ?? []));
  if (wanted === found || wanted === undefined) return;
  const message = `An earlier rule names this element ${first.path.attribute}${wanted}: written in two ways it becomes two elements.`;
  const data = { first: first.rule.path.span, filter: wanted };
  yield { ...problemOf(kind, rule.rule.path.span, message, data), severity: 'warning' };
}

function* inOwnFilter({ path, rule }: ResolvedRule): Generator<Problem> {
  const sub = path.sub?.toLowerCase();
  const term = path.filter?.find(({ attribute }) => attribute.toLowerCase() === sub);
  if (term === undefined) return;
  const message = `The filter of "${formatAttributePath(path)}" sets "${term.attribute}" to ${JSON.stringify(term.value)} already; this rule would write another value over it.`;
  yield { ...problemOf(kind, rule.path.span, message), severity: 'warning' };
}

function filterText(terms: readonly FilterTerm[]): string {
  return `[${terms.map(({ attribute, value }) => `${attribute} eq ${JSON.stringify(value)}`).join(' and ')}]`;
}
