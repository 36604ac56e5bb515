import type { MemberShape, ObjectShape, PlainShape, Shape, ShapeName, TextShape } from './shape';

const TEXT: TextShape = { kind: 'string' };
const TEXT_OR_NULL: TextShape = { kind: 'string', isNullable: true };
const FLAG: PlainShape = { kind: 'boolean', isNullable: true };
const INTEGER: PlainShape = { kind: 'integer', isNullable: true };
const oneOf = (...values: readonly string[]): TextShape => ({ kind: 'string', values });
const object = (name: ShapeName): ObjectShape => ({ kind: 'object', name });
const list = (of: Shape): Shape => ({ kind: 'list', of, isNullable: true });
const METADATA: MemberShape = {
  shape: list(object('metadataEntry')),
  documentation: 'Settings of the service as pairs of key and value; left as they are.',
};

/**
 * The members of a `synchronizationSchema` and of everything in it. Source: Graph v1.0, synchronizationSchema and the
 * resource types around it. Only these members are checked: the service writes more, and all members are preserved.
 */
export const SHAPES: Readonly<Record<ShapeName, Readonly<Record<string, MemberShape>>>> = {
  synchronizationSchema: {
    id: { shape: TEXT_OR_NULL, documentation: 'The job or template that the schema belongs to. Read-only.' },
    version: { shape: TEXT_OR_NULL, documentation: 'Changes automatically whenever the schema is saved.' },
    synchronizationRules: {
      shape: list(object('synchronizationRule')),
      isNeeded: true,
      documentation: 'What is synchronized from where to where.',
    },
    directories: {
      shape: list(object('directoryDefinition')),
      isNeeded: true,
      documentation: 'The directories, with their objects and attributes. A saved schema must contain all of them.',
    },
  },
  synchronizationRule: {
    id: { shape: TEXT_OR_NULL, documentation: 'Known to the service; taken from its template.' },
    name: { shape: TEXT_OR_NULL, documentation: 'The name of the rule.' },
    editable: { shape: FLAG, documentation: 'False: the service refuses changes to the rule.' },
    priority: { shape: INTEGER, documentation: 'Rules with lower numbers run first.' },
    sourceDirectoryName: { shape: TEXT, isNeeded: true, documentation: 'The name of one of the directories.' },
    targetDirectoryName: { shape: TEXT, isNeeded: true, documentation: 'The name of one of the directories.' },
    objectMappings: { shape: list(object('objectMapping')), documentation: 'How objects are mapped.' },
    metadata: METADATA,
    groupFilter: { shape: { kind: 'any' }, documentation: 'For cloud sync; left as it is.' },
    containerFilter: { shape: { kind: 'any' }, documentation: 'For cloud sync; left as it is.' },
  },
  objectMapping: {
    name: { shape: TEXT_OR_NULL, documentation: 'The name that the portal shows.' },
    enabled: { shape: FLAG, documentation: 'False: the mapping is skipped.' },
    flowTypes: {
      shape: {
        kind: 'string',
        isNullable: true,
        isFlags: true,
        isAnyCase: true,
        values: ['Add', 'Update', 'Delete'],
      },
      documentation: 'The allowed operations on target objects, separated by commas; by default all three.',
    },
    sourceObjectName: { shape: TEXT, isNeeded: true, documentation: 'An object of the source directory.' },
    targetObjectName: { shape: TEXT, isNeeded: true, documentation: 'An object of the target directory.' },
    scope: {
      shape: { kind: 'object', name: 'filter', isNullable: true },
      documentation: 'Which source objects are in scope; null: all are.',
    },
    attributeMappings: { shape: list(object('attributeMapping')), documentation: 'How attributes are mapped.' },
    metadata: METADATA,
  },
  attributeMapping: {
    targetAttributeName: { shape: TEXT, isNeeded: true, documentation: 'An attribute of the target object.' },
    source: {
      shape: { kind: 'object', name: 'attributeMappingSource', isNullable: true },
      documentation: 'Where the value comes from; null: from defaultValue alone.',
    },
    defaultValue: {
      shape: TEXT_OR_NULL,
      documentation: 'Used if the source gives nothing, and only when an account is created.',
    },
    matchingPriority: {
      shape: INTEGER,
      documentation:
        '0: not a matching attribute. Above 0: accounts are matched by it, the lowest number first, until one is found.',
    },
    flowType: {
      shape: oneOf('Always', 'ObjectAddOnly', 'MultiValueAddOnly', 'ValueAddOnly', 'AttributeAddOnly'),
      documentation:
        'When the value flows: Always, only when an account is created (ObjectAddOnly), or only while the target has none (AttributeAddOnly); ValueAddOnly and MultiValueAddOnly add values without removing any.',
    },
    flowBehavior: {
      shape: oneOf('FlowWhenChanged', 'FlowAlways'),
      documentation: 'Whether a value flows only when it has changed.',
    },
    exportMissingReferences: { shape: FLAG, documentation: 'Internal to the service; left as it is.' },
  },
  attributeMappingSource: {
    type: { shape: oneOf('Attribute', 'Constant', 'Function'), documentation: 'The kind of source.' },
    name: {
      shape: TEXT,
      documentation: 'The name of the attribute or function, or the constant itself.',
    },
    expression: { shape: TEXT_OR_NULL, documentation: 'The same source as an expression.' },
    parameters: {
      shape: list(object('sourceParameter')),
      documentation: 'The arguments of a function. Omitted arguments have no entry.',
    },
  },
  sourceParameter: {
    key: { shape: TEXT_OR_NULL, documentation: 'The name of the parameter.' },
    value: {
      shape: { kind: 'object', name: 'attributeMappingSource', isNullable: true },
      documentation: 'The argument.',
    },
  },
  filter: {
    groups: {
      shape: list(object('filterGroup')),
      documentation: 'An object is in scope if one of the groups is true; without groups all are.',
    },
    inputFilterGroups: {
      shape: list(object('filterGroup')),
      documentation: 'Experimental: leaves objects out early, and never deprovisions.',
    },
    categoryFilterGroups: {
      shape: list(object('filterGroup')),
      documentation: 'Experimental: decides whether an object belongs to this mapping.',
    },
  },
  filterGroup: {
    name: { shape: TEXT_OR_NULL, documentation: 'The title that the portal shows.' },
    clauses: { shape: list(object('filterClause')), documentation: 'Clauses that must all be true.' },
  },
  filterClause: {
    sourceOperandName: { shape: TEXT, isNeeded: true, documentation: 'An attribute of the source object.' },
    operatorName: { shape: TEXT, isNeeded: true, documentation: 'How the attribute is compared.' },
    targetOperand: {
      shape: { kind: 'object', name: 'filterOperand', isNullable: true },
      documentation: 'What it is compared with.',
    },
  },
  filterOperand: {
    values: { shape: list(TEXT), documentation: 'Texts; the portal writes only one.' },
  },
  directoryDefinition: {
    id: { shape: TEXT_OR_NULL, documentation: 'Known to the service.' },
    name: { shape: TEXT, isNeeded: true, documentation: 'What rules refer to; unique in the schema.' },
    objects: { shape: list(object('objectDefinition')), documentation: 'The kinds of objects in it.' },
    readOnly: { shape: FLAG, documentation: 'Whether it is read-only.' },
    discoverabilities: {
      shape: {
        kind: 'string',
        isNullable: true,
        isFlags: true,
        isAnyCase: true,
        values: [
          'None',
          'AttributeNames',
          'AttributeDataTypes',
          'AttributeReadOnly',
          'ReferenceAttributes',
          'UnknownFutureValue',
        ],
      },
      documentation: 'What the service can discover in the directory.',
    },
    discoveryDateTime: { shape: TEXT_OR_NULL, documentation: 'When it last did so.' },
    version: { shape: TEXT_OR_NULL, documentation: 'The version of what was discovered.' },
    metadata: METADATA,
  },
  objectDefinition: {
    name: { shape: TEXT, isNeeded: true, documentation: 'What mappings refer to; in SCIM directories a URN.' },
    attributes: { shape: list(object('attributeDefinition')), documentation: 'The attributes that objects have.' },
    supportedApis: { shape: list(TEXT), documentation: 'Left as it is.' },
    metadata: METADATA,
  },
  attributeDefinition: {
    name: {
      shape: TEXT,
      isNeeded: true,
      documentation: 'Unique in the object, and exactly the name in brackets in expressions.',
    },
    type: {
      shape: {
        kind: 'string',
        isAnyCase: true,
        values: ['String', 'Integer', 'Reference', 'Binary', 'Boolean', 'DateTime'],
      },
      documentation: 'The type of its values; by default String.',
    },
    multivalued: { shape: FLAG, documentation: 'Whether it has several values.' },
    required: { shape: FLAG, documentation: 'Whether an object cannot be created without it.' },
    anchor: { shape: FLAG, documentation: 'Exactly one attribute of an object permanently identifies it.' },
    caseExact: { shape: FLAG, documentation: 'Whether a change of case is a change.' },
    mutability: {
      shape: oneOf('ReadWrite', 'ReadOnly', 'Immutable', 'WriteOnly'),
      documentation: 'Whether it can be written; by default ReadWrite.',
    },
    defaultValue: { shape: TEXT_OR_NULL, documentation: 'The value for objects without one.' },
    flowNullValues: { shape: FLAG, documentation: 'Whether an existing value must not be overwritten.' },
    referencedObjects: {
      shape: list(object('referencedObject')),
      documentation: 'What a Reference can refer to.',
    },
    apiExpressions: { shape: { kind: 'any' }, documentation: 'Paths of connectors to HR systems; left as they are.' },
    metadata: METADATA,
  },
  referencedObject: {
    referencedObjectName: { shape: TEXT_OR_NULL, documentation: 'The referenced object.' },
    referencedProperty: { shape: TEXT_OR_NULL, documentation: 'The attribute that identifies it.' },
  },
  metadataEntry: {
    key: { shape: TEXT_OR_NULL, documentation: 'The name of the setting.' },
    value: {
      shape: TEXT_OR_NULL,
      documentation: 'Always a string; a text is in additional quotes.',
    },
  },
};
