import type { ResolvedMapping } from './jobCheck';
import type { DirectoryDefinition, JobAttribute, JobSchema, ObjectDefinition, SchemaText } from './jobSchema';

/** The object mappings of all rules, in the order of the text, with the directories and objects that they name. */
export function resolveMappings({ rules, directories }: JobSchema): readonly ResolvedMapping[] {
  return rules.flatMap((rule) => {
    const sourceDirectory = named(directories, rule.sourceDirectoryName);
    const targetDirectory = named(directories, rule.targetDirectoryName);
    return rule.objectMappings.map((mapping) => ({
      rule,
      mapping,
      sourceDirectory,
      targetDirectory,
      source: named(sourceDirectory?.objects ?? [], mapping.sourceObjectName),
      target: named(targetDirectory?.objects ?? [], mapping.targetObjectName),
    }));
  });
}

/** The first of exactly that name. */
function named<Item extends DirectoryDefinition | ObjectDefinition>(
  items: readonly Item[],
  name: SchemaText | undefined,
): Item | undefined {
  return name === undefined ? undefined : items.find((item) => item.name?.text === name.text);
}

/** The attribute of exactly that name: names are case-sensitive. */
export function attributeOf(object: ObjectDefinition | undefined, name: string | undefined): JobAttribute | undefined {
  return object?.attributes.find((attribute) => attribute.name?.text === name);
}

export function attributeNames(object: ObjectDefinition | undefined): readonly string[] {
  return object?.attributes.flatMap(({ name }) => name?.text ?? []) ?? [];
}

/** What the directory of a tenant is called in schemas. */
const ENTRA_NAMES = ['Azure Active Directory', 'Microsoft Entra ID'];

export function isEntra(directory: DirectoryDefinition | undefined): boolean {
  return ENTRA_NAMES.includes(directory?.name?.text ?? '');
}

/** Whether accounts of people are mapped: by the names of the objects, a URN's last part included. */
export function mapsUsers({ mapping }: ResolvedMapping): boolean {
  return [mapping.sourceObjectName, mapping.targetObjectName].some((name) => /(?:^|:)users?$/i.test(name?.text ?? ''));
}
