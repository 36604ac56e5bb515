import { toGraphTree } from '../expression/graphTree';
import { parseExpression } from '../expression/parser';
import type { JsonObject } from '../json/jsonValue';
import { ENTERPRISE_USER_URN } from '../scim/urns';
import type { DefaultAttribute, DefaultTemplate } from './defaultTemplates';
import { defaultTemplates, templateSourceAttributes } from './defaultTemplates';

/**
 * The schema that a new API-driven job starts with, as Graph returns it. It is approximated: Microsoft publishes
 * neither of the two, so they are assembled from what is documented, demonstrated or required to create accounts. Only
 * a tenant's own schema is authoritative.
 * Sources: test/data/syncSchema/README.md (API2AAD); for API2AD the disable switch is documented, the rest follows the
 * attribute names of Active Directory.
 */
export function defaultJobSchema(flavour: keyof typeof defaultTemplates, id?: string): JsonObject {
  const template = defaultTemplates[flavour];
  const source = directory('a1a1a1a1-0000-0000-0000-000000000001', 'API', {
    name: ENTERPRISE_USER_URN,
    supportedApis: [],
    metadata: [],
    attributes: templateSourceAttributes.map(attributeDefinition),
  });
  const target = directory(template.directoryId, template.directory, {
    name: 'User',
    supportedApis: [],
    metadata: pairs(template.metadata),
    attributes: template.attributes.map(attributeDefinition),
  });
  return {
    id: id ?? `${flavour}.00000000000000000000000000000000.11111111-2222-3333-4444-555555555555`,
    version: '1.0',
    directories: [source, target],
    synchronizationRules: [rule(template)],
  };
}

function directory(id: string, name: string, object: JsonObject): JsonObject {
  const discovered = { readOnly: false, discoverabilities: 'None', discoveryDateTime: null, version: null };
  return { id, name, ...discovered, objects: [object] };
}

function pairs(entries: readonly (readonly [string, string])[]): readonly JsonObject[] {
  return entries.map(([key, value]) => ({ key, value }));
}

function attributeDefinition(attribute: DefaultAttribute): JsonObject {
  return {
    anchor: attribute.anchor === true,
    caseExact: false,
    defaultValue: null,
    flowNullValues: false,
    multivalued: false,
    mutability: attribute.readOnly === true ? 'ReadOnly' : 'ReadWrite',
    name: attribute.name,
    required: attribute.required === true,
    type: attribute.type ?? 'String',
    apiExpressions: [],
    metadata: pairs(attribute.metadata ?? []),
    referencedObjects: (attribute.refersTo ?? []).map(([referencedObjectName, referencedProperty]) => ({
      referencedObjectName,
      referencedProperty,
    })),
  };
}

function rule({ directory: target, flows, matching }: DefaultTemplate): JsonObject {
  const metadata = pairs([
    ['IsCustomerDefined', 'false'],
    ['DisableMonitoringForChanges', 'false'],
    ['Disposition', '"Normal"'],
    ['ExcludeFromReporting', 'false'],
    ['EscrowBehavior', '"Default"'],
    ['Unsynchronized', 'false'],
    ['OriginalJoiningProperty', matching],
  ]);
  const mapping = {
    enabled: true,
    flowTypes: 'Add,Update,Delete',
    name: `Provision API ${ENTERPRISE_USER_URN}s`,
    scope: null,
    sourceObjectName: ENTERPRISE_USER_URN,
    targetObjectName: 'User',
    attributeMappings: flows.map(([name, expression, flowType = 'Always']) => ({
      defaultValue: null,
      exportMissingReferences: false,
      flowBehavior: 'FlowWhenChanged',
      flowType,
      matchingPriority: name === matching ? 1 : 0,
      source: sourceOf(expression),
      targetAttributeName: name,
    })),
    metadata,
  };
  return {
    editable: true,
    id: 'b2b2b2b2-0000-0000-0000-000000000002',
    name: 'USER_INBOUND_USER',
    priority: 1,
    sourceDirectoryName: 'API',
    targetDirectoryName: target,
    objectMappings: [mapping],
    metadata: [],
  };
}

function sourceOf(text: string): JsonObject {
  const { expression } = parseExpression(text);
  const tree = expression === undefined ? { refusal: 'no expression' } : toGraphTree(expression);
  if ('refusal' in tree) throw new Error(`${text}: ${tree.refusal}`);
  // The tree of the expression as plain JSON values
  return { ...treeJson(tree), expression: text };
}

type Tree = Exclude<ReturnType<typeof toGraphTree>, { readonly refusal: string }>;

function treeJson({ expression, name, type, parameters }: Tree): JsonObject {
  return { expression, name, type, parameters: parameters.map(({ key, value }) => ({ key, value: treeJson(value) })) };
}
