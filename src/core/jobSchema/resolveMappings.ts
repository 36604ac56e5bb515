import type { ResolvedMapping } from './jobCheck';
import type { DirectoryDefinition, JobAttribute, JobSchema, ObjectDefinition, SchemaText } from './jobSchema';

/** The object mappings of all rules, in the order of the text, with the directories and objects that they name. */
export function resolveMappings({ rules, directories }: JobSchema): readonly ResolvedMapping[] {
  return rules.flatMap((rule) => {
    const sourceDirectory = named(directories, rule.sourceDirectoryName?.text);
    const targetDirectory = named(directories, rule.targetDirectoryName?.text);
    return rule.objectMappings.map((mapping) => ({
      rule,
      mapping,
      sourceDirectory,
      targetDirectory,
      source: named(sourceDirectory?.objects ?? [], mapping.sourceObjectName?.text),
      target: named(targetDirectory?.objects ?? [], mapping.targetObjectName?.text),
    }));
  });
}

interface Named {
  readonly name: SchemaText | undefined;
}

/**
 * For each list, the first item of each name. Kept, because a schema does not change and every check looks up names.
 */
const indexes = new WeakMap<readonly Named[], ReadonlyMap<string, Named>>();

/** The first item with exactly this name. */
function named<Item extends Named>(items: readonly Item[], name: string | undefined): Item | undefined {
  if (name === undefined) return undefined;
  let index = indexes.get(items);
  if (index === undefined) {
    index = new Map(items.toReversed().flatMap((item) => (item.name === undefined ? [] : [[item.name.text, item]])));
    indexes.set(items, index);
  }
  return index.get(name) as Item | undefined;
}

/** The attribute with exactly this name: names are case-sensitive. */
export function attributeOf(object: ObjectDefinition | undefined, name: string | undefined): JobAttribute | undefined {
  return named(object?.attributes ?? [], name);
}

export function attributeNames(object: ObjectDefinition | undefined): readonly string[] {
  return object?.attributes.flatMap(({ name }) => name?.text ?? []) ?? [];
}

/** The names of the directory of a tenant in schemas. */
const ENTRA_NAMES = ['Azure Active Directory', 'Microsoft Entra ID'];

export function isEntra(directory: DirectoryDefinition | undefined): boolean {
  return ENTRA_NAMES.includes(directory?.name?.text ?? '');
}

/** Whether accounts of people are mapped, by the names of the objects, or the last part of a URN. */
export function mapsUsers({ mapping }: ResolvedMapping): boolean {
  return [mapping.sourceObjectName, mapping.targetObjectName].some((name) => /(?:^|:)users?$/i.test(name?.text ?? ''));
}
