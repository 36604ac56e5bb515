import { problemKind, problemOf } from '../../problems/problemKind';
import { formatAttributePath } from '../../scim/attributePath';
import type { Span } from '../../text/span';
import type { MappingCheck } from './mappingCheck';

const kind = problemKind({
  code: 'mapping.duplicate-path',
  severity: 'error',
  blocking: true,
  title: 'Path that has a rule already',
  explanation:
    'An attribute takes one value, and two rules give it one each. Groups and schema blocks count as the whole path does; case and the order of the terms of a filter do not count.',
  remedy: 'Remove one of the rules, or join their values in one expression.',
  authority: 'the language',
  example: {
    wrong: 'name { givenName = [FirstName] }\nname.givenName = [CallName]',
    right: 'name { givenName = Coalesce([CallName], [FirstName]) }',
  },
});

/** The same path twice: an error at the second. Data: where the path of the `first` stands, as `{start, end}`. */
export const duplicatePath: MappingCheck = {
  kinds: [kind],
  *ofMapping({ model }) {
    const seen = new Map<string, Span>();
    for (const { path, keys, rule } of model.rules) {
      const first = seen.get(keys.place);
      if (first === undefined) seen.set(keys.place, rule.path.span);
      else {
        const message = `"${formatAttributePath(path)}" has a rule already: an attribute takes one value.`;
        yield problemOf(kind, rule.path.span, message, { first });
      }
    }
  },
};
