import type { JsonObject, JsonValue } from '../../core/json/jsonValue';
import { member, stringMember } from '../../core/json/jsonValue';
import type { CompiledJob } from '../../core/provisioning/compiledJob';

/**
 * Why a schema cannot be saved, in one sentence. That names must resolve and expressions be right is documented; in which
 * words the service refuses is not. Source: Microsoft Graph, resource types synchronizationSchema and
 * synchronizationRule; synchronizationSchema: update.
 */
export function refuseJobSchema(schema: JsonObject, compile: (schema: JsonObject) => CompiledJob): string | undefined {
  const directories = listMember(schema, 'directories');
  const rules = listMember(schema, 'synchronizationRules');
  if (directories === undefined || rules === undefined)
    return 'The whole schema must be sent: "directories" and "synchronizationRules" must be lists.';
  for (const rule of rules) {
    const refusal = refuseRule(rule, directories);
    if (refusal !== undefined) return refusal;
  }
  const [problem] = compile(schema).problems;
  return problem === undefined
    ? undefined
    : `Property source in payload has a value that does not match schema: ${problem.message}`;
}

function refuseRule(rule: JsonValue, directories: readonly JsonValue[]): string | undefined {
  const [source, target] = ['sourceDirectoryName', 'targetDirectoryName'].map((name) =>
    directories.find((directory) => stringMember(directory, 'name') === stringMember(rule, name)),
  );
  const named = stringMember(rule, 'name') ?? '';
  if (source === undefined || target === undefined)
    return `The rule "${named}" names a directory that the schema does not define.`;
  for (const mapping of listMember(rule, 'objectMappings') ?? []) {
    const from = objectOf(source, stringMember(mapping, 'sourceObjectName'));
    const to = objectOf(target, stringMember(mapping, 'targetObjectName'));
    if (from === undefined || to === undefined)
      return `The mapping "${stringMember(mapping, 'name') ?? ''}" names an object that its directory does not define.`;
    const known = new Set((listMember(to, 'attributes') ?? []).map((attribute) => stringMember(attribute, 'name')));
    for (const attribute of listMember(mapping, 'attributeMappings') ?? []) {
      const name = stringMember(attribute, 'targetAttributeName');
      if (!known.has(name)) return `The target has no attribute "${name ?? ''}".`;
    }
  }
  return undefined;
}

function objectOf(directory: JsonValue, name: string | undefined): JsonValue | undefined {
  return listMember(directory, 'objects')?.find((object) => stringMember(object, 'name') === name);
}

function listMember(object: unknown, name: string): readonly JsonValue[] | undefined {
  const value = member(object, name);
  return Array.isArray(value) ? (value as readonly JsonValue[]) : undefined;
}
