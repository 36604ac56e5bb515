import { problemKind, problemOf } from '../../problems/problemKind';
import { formatAttributePath } from '../../scim/attributePath';
import type { Span } from '../../text/span';
import type { MappingCheck } from './mappingCheck';

const kind = problemKind({
  code: 'mapping.duplicate-path',
  severity: 'error',
  blocking: true,
  title: 'Duplicate path',
  explanation:
    'Two rules set the same attribute, which takes one value. Groups and schema blocks are part of the path; case and the order of terms in a filter do not matter.',
  remedy: 'Remove one of the rules, or join their values in one expression.',
  authority: 'the language',
  example: {
    wrong: 'name { givenName = [FirstName] }\nname.givenName = [CallName]',
    right: 'name { givenName = Coalesce([CallName], [FirstName]) }',
  },
});

/** Duplicate paths, an error at the second. Data: the range of the `first` path, as `{start, end}`. */
export const duplicatePath: MappingCheck = {
  kinds: [kind],
  *ofMapping({ model }) {
    const seen = new Map<string, Span>();
    for (const { path, keys, rule } of model.rules) {
      const first = seen.get(keys.place);
      if (first === undefined) seen.set(keys.place, rule.path.span);
      else {
        const message = `"${formatAttributePath(path)}" already has a rule, and an attribute takes only one value.`;
        yield problemOf(kind, rule.path.span, message, { first });
      }
    }
  },
};
