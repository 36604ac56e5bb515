import type { Problem } from '../../problems/problem';
import type { ProblemKind } from '../../problems/problemKind';
import { defineProblemKinds, problemOf } from '../../problems/problemKind';
import { NearestNames } from '../../text/nearest';
import type { JobCheck, ResolvedMapping } from '../jobCheck';
import type { SchemaText } from '../jobSchema';

const kinds = defineProblemKinds([
  {
    code: 'job.unknown-directory',
    severity: 'error',
    title: 'Unknown directory',
    explanation: 'A rule names a directory that the schema does not define. Names are compared exactly.',
    remedy: 'Use the name of one of the directories, or define it.',
    authority: 'Entra',
    example: {
      wrong: '"targetDirectoryName": "Azure AD"',
      right: '"targetDirectoryName": "Azure Active Directory"',
    },
  },
  {
    code: 'job.unknown-object',
    severity: 'error',
    title: 'Unknown object',
    explanation:
      'A mapping names an object that the directory of its rule does not have. Names are compared exactly; in SCIM directories they are URNs.',
    remedy: 'Use the name of one of the objects of that directory.',
    authority: 'Entra',
    example: { wrong: '"targetObjectName": "Users"', right: '"targetObjectName": "User"' },
  },
]);
const [unknownDirectory, unknownObject] = kinds;

class KnownNames {
  readonly all: ReadonlySet<string>;
  readonly nearest: NearestNames;
  /** The only name, if there is just one. */
  readonly only: string | undefined;

  constructor(items: readonly { readonly name: SchemaText | undefined }[]) {
    const names = items.flatMap(({ name }) => name?.text ?? []);
    this.all = new Set(names);
    this.nearest = new NearestNames(names);
    this.only = names.length === 1 ? names[0] : undefined;
  }
}

/** Unknown names of directories and objects. Data: `replacement`, the nearest name as JSON. */
export const unknownNames: JobCheck = {
  kinds,
  *find({ schema: { directories, rules }, mappings }) {
    const names = new KnownNames(directories);
    for (const { sourceDirectoryName, targetDirectoryName } of rules)
      for (const name of [sourceDirectoryName, targetDirectoryName])
        yield* unknown(unknownDirectory, name, names, 'The schema defines no directory');
    for (const mapping of mappings) yield* ofObjects(mapping);
  },
};

function* ofObjects({ mapping, sourceDirectory, targetDirectory }: ResolvedMapping): Generator<Problem> {
  const pairs = [
    [mapping.sourceObjectName, sourceDirectory],
    [mapping.targetObjectName, targetDirectory],
  ] as const;
  for (const [name, directory] of pairs) {
    if (directory === undefined) continue;
    const names = new KnownNames(directory.objects);
    yield* unknown(unknownObject, name, names, `The directory "${directory.name?.text ?? ''}" has no object`);
  }
}

function* unknown(
  kind: ProblemKind,
  name: SchemaText | undefined,
  names: KnownNames,
  what: string,
): Generator<Problem> {
  if (name === undefined || names.all.has(name.text)) return;
  const near = names.nearest.of(name.text) ?? names.only;
  const data = near === undefined ? undefined : { replacement: JSON.stringify(near) };
  const advice = near === undefined ? '' : ` Did you mean "${near}"?`;
  yield problemOf(kind, name.span, `${what} "${name.text}".${advice}`, data);
}
