import { defaultJobSchema } from '../../src/core/jobSchema/defaultJobSchema';
import type { JobFlavour } from '../../src/core/provisioning/job/compiledJob';

type Members = Readonly<Record<string, unknown>>;

/** What a test changes of the schema that a job starts with; attributes and mappings that are not there are added. */
export interface SchemaChanges {
  /** Members of source attributes, by name. */
  readonly source?: Readonly<Record<string, Members>>;
  /** Members of target attributes, by name. */
  readonly target?: Readonly<Record<string, Members>>;
  /** Members of attribute mappings by target, `expression` for its source; `null` takes the mapping away. */
  readonly flows?: Readonly<Record<string, (Members & { readonly expression?: string | null }) | null>>;
  /** Members of the object mapping. */
  readonly mapping?: Members;
  readonly rule?: Members;
}

interface Schema {
  readonly directories: readonly { readonly objects: readonly { attributes: Members[] }[] }[];
  readonly synchronizationRules: (Members & { objectMappings: (Members & { attributeMappings: Members[] })[] })[];
}

export function changedSchema(changes: SchemaChanges, flavour: JobFlavour = 'API2AAD'): unknown {
  const schema = structuredClone(defaultJobSchema(flavour)) as unknown as Schema;
  const [source, target] = schema.directories.map(({ objects }) => objects[0]);
  const rule = schema.synchronizationRules[0];
  const mapping = rule?.objectMappings[0];
  if (source === undefined || target === undefined || rule === undefined || mapping === undefined)
    throw new Error('the default schema has changed');
  for (const [name, members] of Object.entries(changes.source ?? {})) merge(source.attributes, 'name', name, members);
  for (const [name, members] of Object.entries(changes.target ?? {})) merge(target.attributes, 'name', name, members);
  for (const [name, members] of Object.entries(changes.flows ?? {})) {
    if (members === null) remove(mapping.attributeMappings, 'targetAttributeName', name);
    else merge(mapping.attributeMappings, 'targetAttributeName', name, flowMembers(members));
  }
  Object.assign(mapping, changes.mapping);
  Object.assign(rule, changes.rule);
  return schema;
}

function flowMembers({ expression, ...members }: Members & { readonly expression?: string | null }): Members {
  if (expression === undefined) return members;
  return { ...members, source: expression === null ? null : { type: 'Function', name: 'x', expression } };
}

function merge(list: Members[], key: string, name: string, members: Members): void {
  const at = list.findIndex((each) => each[key] === name);
  if (at < 0) list.push({ [key]: name, ...members });
  else list[at] = { ...list[at], ...members };
}

function remove(list: Members[], key: string, name: string): void {
  const at = list.findIndex((each) => each[key] === name);
  if (at >= 0) list.splice(at, 1);
}
