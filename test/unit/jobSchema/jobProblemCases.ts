import type { Clause, Parts } from './smallJob';
import { attribute, direct, expressionSource, scope } from './smallJob';

type Change = (parts: Parts) => void;

/** Changes of the small schema after which a kind of problem is found, and near ones after which it must not be. */
export interface JobProblemCases {
  readonly fires: Readonly<Record<string, Change>>;
  readonly silent: Readonly<Record<string, Change>>;
}

const EXTENSION = 'extension_0123456789abcdef0123456789abcdef_teams';
const filter =
  (...clauses: readonly Clause[]): Change =>
  ({ mapping }) => {
    mapping.scope = scope(...clauses);
  };
const set =
  (name: 'rule' | 'mapping' | 'matching' | 'title' | 'source' | 'target', members: object): Change =>
  (parts) => {
    Object.assign(parts[name], members);
  };
const addMapping =
  (...mappings: readonly object[]): Change =>
  ({ mapping }) => {
    mapping.attributeMappings.push(...mappings.map((one) => ({ ...one })));
  };
const unique = (more: object, targetDirectory = 'Active Directory'): Change => {
  return ({ job, rule, title }) => {
    Object.assign(job.directories[1], { name: targetDirectory });
    Object.assign(rule, { targetDirectoryName: targetDirectory });
    Object.assign(title, { source: expressionSource('SelectUniqueValue([title], [userName])'), ...more });
  };
};

export const jobProblemCases: Readonly<Record<string, JobProblemCases>> = {
  'job.wrong-type': {
    fires: {
      'a number in quotes': set('matching', { matchingPriority: '1' }),
      'a fraction': set('matching', { matchingPriority: 1.5 }),
      'an object instead of a list': set('mapping', { attributeMappings: {} }),
      'a number as a name': set('title', { targetAttributeName: 5 }),
      'a text as a flag': set('mapping', { enabled: 'true' }),
      'null for what cannot be left out': set('title', { targetAttributeName: null }),
      'a text among objects': ({ mapping }) =>
        mapping.attributeMappings.push('x' as unknown as Record<string, unknown>),
      'a number among values': filter(['title', 'EQUALS', 5 as unknown as string]),
    },
    silent: {
      'null for what can be left out': set('title', { defaultValue: null, source: null }),
      'no scope': set('mapping', { scope: null }),
      'members that are not known': set('mapping', { future: [1, { two: 3 }], groupFilter: 5 }),
    },
  },
  'job.unknown-value': {
    fires: {
      'a flow that is none': set('title', { flowType: 'Sometimes' }),
      'the flow of an object mapping': set('title', { flowType: 'Add' }),
      'another case': set('title', { flowType: 'always' }),
      'one flag of several': set('mapping', { flowTypes: 'Add,Upsert' }),
      'no flag at all': set('mapping', { flowTypes: ',' }),
      'a type of attribute': ({ source }) => source.attributes.push(attribute('x', { type: 'Text' })),
      'a type of source': set('title', { source: { type: 'Direct', name: 'title' } }),
    },
    silent: {
      'flags with blanks, in any case': set('mapping', { flowTypes: ' Add ,update,  Delete' }),
      'a type of attribute in another case': ({ source }) => source.attributes.push(attribute('x', { type: 'string' })),
      'another flow': set('title', { flowType: 'ObjectAddOnly', flowBehavior: 'FlowAlways' }),
    },
  },
  'job.missing-member': {
    fires: {
      'no target': ({ title }) => delete title.targetAttributeName,
      'no name of a directory': ({ job }) => delete job.directories[0].name,
      'no rules': ({ job }) => delete (job as Record<string, unknown>).synchronizationRules,
      'no operator': set('mapping', { scope: { groups: [{ clauses: [{ sourceOperandName: 'title' }] }] } }),
    },
    silent: {
      'what has a default': ({ title, mapping }) => {
        for (const name of ['flowType', 'matchingPriority', 'defaultValue']) Reflect.deleteProperty(title, name);
        Reflect.deleteProperty(mapping, 'enabled');
      },
      'the least source': set('title', { source: { name: 'title', type: 'Attribute' } }),
    },
  },
  'job.unknown-directory': {
    fires: {
      source: set('rule', { sourceDirectoryName: 'Api' }),
      target: set('rule', { targetDirectoryName: 'Microsoft Entra ID' }),
    },
    silent: { both: () => undefined },
  },
  'job.unknown-object': {
    fires: {
      source: set('mapping', { sourceObjectName: 'User' }),
      target: set('mapping', { targetObjectName: 'user' }),
    },
    silent: { 'a directory that is not known itself': set('rule', { targetDirectoryName: 'x' }) },
  },
  'job.duplicate-name': {
    fires: {
      directories: ({ job }) => Object.assign(job.directories[1], { name: 'API' }),
      objects: ({ job, target }) => job.directories[1].objects.push({ ...target }),
      attributes: ({ source }) => source.attributes.push(attribute('title')),
    },
    silent: { 'another case': ({ source }) => source.attributes.push(attribute('Title')) },
  },
  'job.anchor': {
    fires: {
      none: ({ source }) => Object.assign(source.attributes[0] ?? {}, { anchor: false }),
      two: ({ source }) => source.attributes.push(attribute('x', { anchor: true })),
    },
    silent: {
      'an object without attributes': ({ job }) => job.directories[1].objects.push({ name: 'x', attributes: [] }),
    },
  },
  'job.unknown-target-attribute': {
    fires: {
      'another case': set('title', { targetAttributeName: 'JobTitle' }),
      'another name': set('title', { targetAttributeName: 'mobile' }),
    },
    silent: {
      'an attribute that is defined': addMapping(direct('city', 'title')),
      'an object whose attributes are not listed': ({ target }) =>
        delete (target as Record<string, unknown>).attributes,
    },
  },
  'job.read-only-target': {
    fires: {
      'a read-only attribute': ({ target, mapping }) => {
        target.attributes.push(attribute('proxyAddresses', { mutability: 'ReadOnly' }));
        mapping.attributeMappings.push(direct('proxyAddresses', 'title'));
      },
    },
    silent: {
      'one that is only written': ({ target, mapping }) => {
        target.attributes.push(attribute('password', { mutability: 'WriteOnly' }));
        mapping.attributeMappings.push(direct('password', 'title'));
      },
    },
  },
  'job.key-target': {
    fires: {
      'the anchor': addMapping(direct('objectId', 'title')),
      'the id': ({ target, mapping }) => {
        target.attributes.push(attribute('id'));
        mapping.attributeMappings.push(direct('id', 'title'));
      },
    },
    silent: { 'an attribute like it': addMapping(direct('city', 'title')) },
  },
  'job.duplicate-target': {
    fires: { 'the same target': addMapping(direct('jobTitle', 'userName')) },
    silent: { 'another target': addMapping(direct('city', 'title')) },
  },
  'job.required-target': {
    fires: {
      'not mapped': ({ target }) => target.attributes.push(attribute('mailNickname', { required: true })),
      'mapped to nothing': ({ target, mapping }) => {
        target.attributes.push(attribute('mailNickname', { required: true }));
        mapping.attributeMappings.push(direct('mailNickname', 'x', { source: null }));
      },
    },
    silent: {
      'with a default in the target': ({ target }) =>
        target.attributes.push(attribute('usageLocation', { required: true, defaultValue: 'DE' })),
      'with a default in the mapping': ({ target, mapping }) => {
        target.attributes.push(attribute('mailNickname', { required: true }));
        mapping.attributeMappings.push(direct('mailNickname', 'x', { source: null, defaultValue: 'y' }));
      },
      'where no accounts are created': ({ target, mapping }) => {
        target.attributes.push(attribute('mailNickname', { required: true }));
        Object.assign(mapping, { flowTypes: 'Update' });
      },
      'in a mapping that is off': ({ target, mapping }) => {
        target.attributes.push(attribute('mailNickname', { required: true }));
        Object.assign(mapping, { enabled: false });
      },
    },
  },
  'job.no-matching': {
    fires: { 'all are 0': set('matching', { matchingPriority: 0 }) },
    silent: {
      'a mapping that is off': ({ matching, mapping }) => {
        Object.assign(matching, { matchingPriority: 0 });
        Object.assign(mapping, { enabled: false });
      },
      'a mapping of other things': ({ matching, mapping, source, target }) => {
        Object.assign(matching, { matchingPriority: 0 });
        Object.assign(source, { name: 'urn:x:Group' });
        Object.assign(target, { name: 'Group' });
        Object.assign(mapping, { sourceObjectName: 'urn:x:Group', targetObjectName: 'Group' });
      },
    },
  },
  'job.matching-priority': {
    fires: {
      'the same twice': set('title', { matchingPriority: 1 }),
      'below 0': set('title', { matchingPriority: -1 }),
    },
    silent: { 'one each': set('title', { matchingPriority: 2 }) },
  },
  'job.cannot-match': {
    fires: {
      'an extension attribute': ({ target, matching }) => {
        target.attributes.push(attribute('extensionAttribute15'));
        Object.assign(matching, { targetAttributeName: 'extensionAttribute15' });
      },
      'several values': ({ target, matching }) => {
        target.attributes.push(attribute('otherMails', { multivalued: true }));
        Object.assign(matching, { targetAttributeName: 'otherMails' });
      },
      'no source': set('matching', { source: null }),
      'a constant': set('matching', { source: { type: 'Constant', name: 'x', expression: '"x"' } }),
      'a random value': set('matching', { source: expressionSource('Guid()'), flowType: 'ObjectAddOnly' }),
      'a constant in an expression': set('matching', { source: expressionSource('ToUpper("x")') }),
      'an id with the moment': set('matching', { source: expressionSource('Append([externalId], CStr(Now()))') }),
    },
    silent: {
      'an attribute that is changed': set('matching', { source: expressionSource('Append([externalId], "-x")') }),
      'an extension attribute that is not one of the fifteen': ({ target, matching }) => {
        target.attributes.push(attribute('extensionAttribute16'));
        Object.assign(matching, { targetAttributeName: 'extensionAttribute16' });
      },
      'an extension attribute that nothing is matched on': ({ target, mapping }) => {
        target.attributes.push(attribute('extensionAttribute1'));
        mapping.attributeMappings.push(direct('extensionAttribute1', 'title'));
      },
    },
  },
  'job.matching-sources': {
    fires: {
      'two joined': set('matching', { source: expressionSource('Join("-", [externalId], [title])') }),
      'one as the condition': set('matching', {
        source: expressionSource('IIF([active] = "True", [externalId], [userName])'),
      }),
      'a second matching attribute': set('title', {
        matchingPriority: 2,
        source: expressionSource('Coalesce([title], [userName])'),
      }),
      'in a tree alone': set('matching', {
        source: {
          type: 'Function',
          name: 'Append',
          parameters: [
            { key: 'source', value: { type: 'Attribute', name: 'externalId', parameters: [] } },
            { key: 'suffix', value: { type: 'Attribute', name: 'title', parameters: [] } },
          ],
        },
      }),
    },
    silent: {
      'one, changed': set('matching', { source: expressionSource('ToLower(Append([externalId], "@contoso.com"))') }),
      'one, read twice': set('matching', { source: expressionSource('Join("-", [externalId], [externalId])') }),
      'one and the domain of the tenant': set('matching', {
        source: expressionSource('Join("@", [externalId], DefaultDomain())'),
      }),
      'two where nothing is matched on': set('title', { source: expressionSource('Join("-", [title], [userName])') }),
    },
  },
  'job.changing-value': {
    fires: {
      'random characters': set('title', { source: expressionSource('Append([title], RandomString(4, 4, 0, 0, 0))') }),
      'a GUID with nothing said': ({ title }) => {
        Object.assign(title, { source: expressionSource('Guid()') });
        delete title.flowType;
      },
      'the moment as a text': set('title', { source: expressionSource('FormatDateTime(Now(), , "g", "yyyy-MM-dd")') }),
      'added to values': set('title', { source: expressionSource('Guid()'), flowType: 'ValueAddOnly' }),
      'in one branch': set('title', { source: expressionSource('IIF([active] = "True", Guid(), [title])') }),
    },
    silent: {
      'of a matching attribute, which says another thing': set('matching', {
        source: expressionSource('Append([externalId], Guid())'),
      }),
      'when an account is created': set('title', { source: expressionSource('Guid()'), flowType: 'ObjectAddOnly' }),
      'when nothing is there': set('title', { source: expressionSource('Guid()'), flowType: 'AttributeAddOnly' }),
      'the moment in a comparison': set('title', {
        source: expressionSource('IIF(DateDiff("d", Now(), CDate([title])) > 0, "future", "past")'),
      }),
      'days up to now': set('title', { source: expressionSource('CStr(DateDiff("d", CDate([title]), Now()))') }),
      'where accounts are not updated': ({ title, mapping }) => {
        Object.assign(title, { source: expressionSource('Guid()') });
        Object.assign(mapping, { flowTypes: 'Add' });
      },
    },
  },
  'job.switch-on-reference': {
    fires: {
      'that gives it': ({ target, mapping }) => {
        target.attributes.push(attribute('sponsor', { type: 'Reference' }));
        mapping.attributeMappings.push({
          ...direct('sponsor', 'title'),
          source: expressionSource('Switch([title], "", "Boss", "7001")'),
        });
      },
      'that decides by one, inside another function': ({ source, title }) => {
        source.attributes.push(attribute('manager', { type: 'Reference' }));
        Object.assign(title, { source: expressionSource('ToUpper(Switch([manager], "has", "", "none"))') });
      },
    },
    silent: {
      'mapped directly': ({ source, target, mapping }) => {
        source.attributes.push(attribute('manager', { type: 'Reference' }));
        target.attributes.push(attribute('manager', { type: 'Reference' }));
        mapping.attributeMappings.push(direct('manager', 'manager'));
      },
      'a Switch of texts': set('title', { source: expressionSource('Switch([title], "", "a", "b")') }),
    },
  },
  'job.unknown-source-attribute': {
    fires: {
      'in an expression': set('title', { source: expressionSource('ToLower([Title])') }),
      'in a tree without a text': set('title', { source: { name: 'titel', type: 'Attribute' } }),
      'in a filter': filter(['Title', 'EQUALS', 'x']),
    },
    silent: {
      'with quotes in its name': set('title', { source: expressionSource('[emails[type eq "work"].value]') }),
      'an object that is not known': ({ mapping, title }) => {
        Object.assign(mapping, { sourceObjectName: 'x' });
        Object.assign(title, { source: expressionSource('[anything]') });
      },
    },
  },
  'job.tree-disagrees': {
    fires: {
      'another attribute': set('title', { source: { type: 'Attribute', name: 'userName', expression: '[title]' } }),
      'another kind': set('title', { source: { type: 'Constant', name: 'title', expression: '[title]' } }),
      'no parameters': set('title', { source: { type: 'Function', name: 'ToLower', expression: 'ToLower([title])' } }),
      'another argument': set('title', {
        source: {
          type: 'Function',
          name: 'ToLower',
          expression: 'ToLower([title])',
          parameters: [{ key: 'source', value: { type: 'Attribute', name: 'userName' } }],
        },
      }),
      'another place of an argument': set('title', {
        source: {
          type: 'Function',
          name: 'Replace',
          expression: 'Replace([title], , "a", , "b", , )',
          parameters: [
            { key: 'source', value: { type: 'Attribute', name: 'title' } },
            { key: 'Find', value: { type: 'Constant', name: 'a' } },
            { key: 'Replacement', value: { type: 'Constant', name: 'b' } },
          ],
        },
      }),
      'another text of a part': set('title', {
        source: {
          type: 'Function',
          name: 'ToLower',
          expression: 'ToLower([title])',
          parameters: [{ key: 'source', value: { type: 'Attribute', name: 'title', expression: '[level]' } }],
        },
      }),
    },
    silent: {
      'numbers as constants, keys that are not known': set('title', {
        source: {
          type: 'Function',
          name: 'Mid',
          expression: 'Mid([title], 1, 8)',
          parameters: [
            { key: 'source', value: { type: 'Attribute', name: 'title', expression: '[title]' } },
            { key: 'begin', value: { type: 'Constant', name: '1', expression: '"1"' } },
            { key: 'length', value: { type: 'Constant', name: '8', expression: '"8"' } },
          ],
        },
      }),
      'a comparison': set('title', {
        source: {
          type: 'Function',
          name: 'IIF',
          expression: 'IIF([title] = "x", "a", "b")',
          parameters: [
            { key: 'condition', value: { type: 'Function', name: 'Equals' } },
            { key: 'valueIfTrue', value: { type: 'Constant', name: 'a' } },
            { key: 'valueIfFalse', value: { type: 'Constant', name: 'b' } },
          ],
        },
      }),
      'no text': set('title', { source: { type: 'Attribute', name: 'title' } }),
      'a text that cannot be read': set('title', {
        source: { type: 'Attribute', name: 'title', expression: '[title' },
      }),
    },
  },
  'job.select-unique-value': {
    fires: {
      'on every change': unique({ flowType: 'Always' }),
      'with nothing said': ({ ...parts }) => {
        unique({})(parts);
        delete parts.title.flowType;
      },
      'as a matching attribute': unique({ flowType: 'ObjectAddOnly', matchingPriority: 2 }),
      'for Entra ID': unique({ flowType: 'ObjectAddOnly' }, 'Azure Active Directory'),
    },
    silent: { 'for Active Directory on creation': unique({ flowType: 'ObjectAddOnly' }) },
  },
  'job.default-value': {
    fires: {
      'beside a constant': set('title', { source: { type: 'Constant', name: 'x' }, defaultValue: 'y' }),
      'where no accounts are created': ({ title, mapping }) => {
        Object.assign(title, { defaultValue: 'y' });
        Object.assign(mapping, { flowTypes: 'Update,Delete' });
      },
      'where values are added to accounts': set('title', { defaultValue: 'y', flowType: 'ValueAddOnly' }),
    },
    silent: {
      'beside an attribute': set('title', { defaultValue: 'y' }),
      'without a source': set('title', { source: null, defaultValue: 'y' }),
    },
  },
  'job.contradictory-member': {
    fires: {
      mappingType: set('title', { mappingType: 'Direct' }),
      expression: set('title', { expression: '[title]' }),
    },
    silent: { 'any other': set('title', { future: true }) },
  },
  'job.unknown-operator': {
    fires: {
      'less than': filter(['level', 'Less_Than', '5']),
      'a word of another language': filter(['title', 'CONTAINS', 'x']),
      membership: filter(['title', 'IsMemberOf', 'x']),
    },
    silent: { 'another spelling': filter(['title', 'is_not  null']) },
  },
  'job.operator-spelling': {
    fires: { underscores: filter(['title', 'IS_NOT_NULL']), case: filter(['title', 'equals', 'x']) },
    silent: { 'as in the portal': filter(['level', 'Greater_Than_OR_EQUALS', '5']) },
  },
  'job.filter-operand': {
    fires: {
      'no value': filter(['title', 'EQUALS']),
      'one too many': filter(['title', 'IS NULL', 'x']),
      'no number': filter(['level', 'Greater_Than', '-1']),
      'no truth': filter(['active', 'EQUALS', 'true']),
      'no whole number': filter(['level', 'EQUALS', '1.5']),
    },
    silent: {
      'a number': filter(['level', 'Greater_Than', '10']),
      'a truth': filter(['active', 'EQUALS', 'True']),
      'nothing to compare with': filter(['active', 'IS TRUE']),
      'an empty text': filter(['title', 'EQUALS', '']),
    },
  },
  'job.filter-type': {
    fires: {
      'a text asked for truth': filter(['title', 'IS TRUE']),
      'a text compared as a number': filter(['title', 'Greater_Than', '5']),
      'a truth matched': filter(['active', 'REGEX MATCH', '^T$']),
    },
    silent: {
      'anything empty': filter(['level', 'IS NULL'], ['active', 'IS NOT NULL']),
      'an attribute that is not known': filter(['x', 'IS TRUE']),
    },
  },
  'job.filter-regex': {
    fires: { 'a bracket that is not closed': filter(['title', 'REGEX MATCH', '([1-9']) },
    silent: { 'an escape that does nothing': filter(['title', 'REGEX MATCH', '^.*\\@domain.com$']) },
  },
  'job.filter-unanchored': {
    fires: {
      'no anchors': filter(['title', 'REGEX MATCH', '([1-9][0-9])']),
      'one anchor': filter(['title', 'REGEX MATCH', '^[1-9][0-9]']),
      'a dollar that is a character': filter(['title', 'REGEX MATCH', '^a\\$']),
      'anchors of one alternative each': filter(['title', 'REGEX MATCH', '^a|b$']),
    },
    silent: {
      'both anchors': filter(['title', 'REGEX MATCH', '^(a|b)$']),
      'anything at the beginning': filter(['title', 'REGEX MATCH', '.*x$']),
      'no pattern': filter(['title', 'EQUALS', 'x']),
    },
  },
  'job.filter-empty': {
    fires: { 'no clauses': set('mapping', { scope: { groups: [{ name: 'Staff', clauses: [] }] } }) },
    silent: {
      'no groups': set('mapping', { scope: { groups: [] } }),
      'a clause': filter(['title', 'IS NULL']),
    },
  },
  'job.filter-unclear': {
    fires: {
      'an ampersand': filter(['title', '&', 'x']),
      'its negation': filter(['title', '!&', 'x']),
      'several values': filter(['title', 'EQUALS', 'x', 'y']),
    },
    silent: { 'one value': filter(['title', 'Includes', 'x']) },
  },
  'job.filter-negation': {
    fires: {
      'another text': filter(['title', 'NOT EQUALS', 'x']),
      'another pattern': filter(['title', 'NOT REGEX MATCH', '^x$']),
    },
    silent: {
      'an attribute that all have': filter(['userName', 'NOT EQUALS', 'x']),
      'with a group for those without': ({ mapping }) => {
        const [one, other] = [scope(['title', 'NOT EQUALS', 'x']), scope(['title', 'IS NULL'])];
        mapping.scope = { groups: [one, other].flatMap(({ groups }) => groups) };
      },
    },
  },
  'job.filter-attribute': {
    fires: {
      'several values': ({ source, mapping }) => {
        source.attributes.push(attribute('roles', { multivalued: true }));
        mapping.scope = scope(['roles', 'IS NOT NULL']);
      },
      'the manager': filter(['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager', 'IS NULL']),
      'a date by its name': filter(['endDate', 'IS NULL']),
      'a date by its type': ({ source, mapping }) => {
        source.attributes.push(attribute('hired', { type: 'DateTime' }));
        mapping.scope = scope(['hired', 'IS NULL']);
      },
    },
    silent: {
      'a text': filter(['title', 'IS NULL']),
      'userType of a system for HR': ({ source, mapping }) => {
        source.attributes.push(attribute('userType'));
        mapping.scope = scope(['userType', 'IS NULL']);
      },
    },
  },
  'job.multi-valued-extension': {
    fires: {
      mapped: ({ target, mapping }) => {
        target.attributes.push(attribute(EXTENSION, { multivalued: true }));
        mapping.attributeMappings.push(direct(EXTENSION, 'title'));
      },
      'filtered by': ({ source, mapping }) => {
        source.attributes.push(attribute(EXTENSION, { multivalued: true }));
        mapping.scope = scope([EXTENSION, 'IS NULL']);
      },
    },
    silent: {
      'with one value': ({ target, mapping }) => {
        target.attributes.push(attribute(EXTENSION));
        mapping.attributeMappings.push(direct(EXTENSION, 'title'));
      },
      'of another kind': ({ target, mapping }) => {
        target.attributes.push(attribute('otherMails', { multivalued: true }));
        mapping.attributeMappings.push(direct('otherMails', 'title'));
      },
    },
  },
};
