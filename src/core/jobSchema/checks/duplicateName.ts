import type { Problem } from '../../problems/problem';
import { problemKind, problemOf } from '../../problems/problemKind';
import type { Span } from '../../text/span';
import type { JobCheck } from '../jobCheck';
import type { SchemaText } from '../jobSchema';

const kind = problemKind({
  code: 'job.duplicate-name',
  severity: 'error',
  title: 'Duplicate name',
  explanation:
    'Two directories of the schema, two objects of a directory or two attributes of an object have the same name, so a reference to it is ambiguous.',
  remedy: 'Remove or rename one of them.',
  authority: 'Entra',
  example: {
    wrong: '"attributes": [{ "name": "title" }, { "name": "title" }]',
    right: '"attributes": [{ "name": "title" }, { "name": "locale" }]',
  },
});

/** Data: `first`, the place of the first definition. */
export const duplicateName: JobCheck = {
  kinds: [kind],
  *find({ schema: { directories } }) {
    yield* twice(directories, 'The schema has another directory');
    for (const { objects } of directories) {
      yield* twice(objects, 'The directory has another object');
      for (const { attributes } of objects) yield* twice(attributes, 'The object has another attribute');
    }
  },
};

function* twice(items: readonly { readonly name: SchemaText | undefined }[], what: string): Generator<Problem> {
  const seen = new Map<string, Span>();
  for (const { name } of items) {
    if (name === undefined) continue;
    const first = seen.get(name.text);
    if (first === undefined) seen.set(name.text, name.span);
    else yield problemOf(kind, name.span, `${what} "${name.text}" before this one.`, { first });
  }
}
