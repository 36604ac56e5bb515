import { expect } from 'vitest';
import type { JsonObject } from '../../../src/core/json/jsonValue';
import { person } from '../../support/people';
import type { TenantCalls } from '../tenantCalls';
import type { Behaviour } from './behaviour';

const schemaOf = async (tenant: TenantCalls): Promise<JsonObject> =>
  JSON.parse((await tenant.ofJob('GET', '/schema')).body) as JsonObject;

/** The job's schema with another source for displayName. */
const withTitleAsName = async (tenant: TenantCalls): Promise<unknown> => {
  const text = JSON.stringify(await schemaOf(tenant));
  return JSON.parse(text, (_, value: unknown) => {
    const isName = typeof value === 'object' && value !== null && 'targetAttributeName' in value;
    if (!isName || value.targetAttributeName !== 'displayName') return value;
    return { ...value, source: { expression: '[title]', name: 'title', type: 'Attribute', parameters: [] } };
  }) as unknown;
};

export const editingSchemas: readonly Behaviour[] = [
  {
    behaviour: 'a schema has an id, a version, directories and rules, which name two of the directories',
    reference: 'Graph: resource type synchronizationSchema; synchronizationSchema: get',
    holds: async (tenant) => {
      const schema = await schemaOf(tenant);
      const names = (schema.directories as readonly JsonObject[]).map(({ name }) => name);
      const [rule] = schema.synchronizationRules as readonly JsonObject[];
      expect(names).toContain(rule?.sourceDirectoryName);
      expect(names).toContain(rule?.targetDirectoryName);
      expect(schema.version).toMatch(/./);
    },
  },
  {
    behaviour: 'PUT replaces the whole schema and changes its version; the next cycle looks at everybody again',
    reference: 'Graph: synchronizationSchema: update; Entra: customize application attributes',
    holds: async (tenant) => {
      await tenant.upload(person('1', { title: 'Chief' }), person('2', { title: 'Person 2' }));
      tenant.settle();
      const before = await schemaOf(tenant);
      expect((await tenant.ofJob('PUT', '/schema', await withTitleAsName(tenant))).status).toBe(204);
      expect((await schemaOf(tenant)).version).not.toBe(before.version);
      tenant.settle();
      const entries = (await tenant.entries()).slice(2);
      expect(entries.map((entry) => [entry.sourceIdentity.id, entry.provisioningStatusInfo.status])).toEqual([
        ['1', 'success'],
        ['2', 'skipped'],
      ]);
      expect(entries[0]?.modifiedProperties).toEqual([
        { displayName: 'displayName', oldValue: 'Person 1', newValue: 'Chief' },
      ]);
    },
  },
  {
    behaviour: 'PUT of a part, of names that do not resolve or of wrong expressions is refused, and nothing changes',
    reference: 'Graph: synchronizationSchema: update; resource type synchronizationRule',
    holds: async (tenant) => {
      const before = await schemaOf(tenant);
      const text = JSON.stringify(before);
      for (const body of [
        {},
        { synchronizationRules: before.synchronizationRules },
        JSON.parse(text.replace('"sourceDirectoryName":"API"', '"sourceDirectoryName":"Nowhere"')) as unknown,
        JSON.parse(text.replaceAll('"targetAttributeName":"city"', '"targetAttributeName":"town"')) as unknown,
        JSON.parse(text.replace('"matchingPriority":1', '"matchingPriority":"1"')) as unknown,
        JSON.parse(text.replaceAll('"expression":"[displayName]"', '"expression":"Join(\\", "')) as unknown,
      ])
        expect(tenant.refusal(await tenant.ofJob('PUT', '/schema', body)).status).toBe(400);
      expect(await schemaOf(tenant)).toEqual(before);
    },
  },
  {
    behaviour: 'DELETE goes back to the default schema',
    reference: 'Graph: synchronizationSchema: delete',
    holds: async (tenant) => {
      const { directories, synchronizationRules } = await schemaOf(tenant);
      await tenant.ofJob('PUT', '/schema', await withTitleAsName(tenant));
      expect((await schemaOf(tenant)).synchronizationRules).not.toEqual(synchronizationRules);
      expect((await tenant.ofJob('DELETE', '/schema')).status).toBe(204);
      expect(await schemaOf(tenant)).toMatchObject({ directories, synchronizationRules });
    },
  },
  {
    behaviour: 'parseExpression gives the tree and, for a test object, the values',
    reference: 'Graph: synchronizationSchema: parseExpression',
    holds: async (tenant) => {
      const answer = await tenant.ofJob('POST', '/schema/parseExpression', {
        expression: 'Replace([preferredLanguage], "-", , , "_", , )',
        targetAttributeDefinition: null,
        testInputObject: { definition: null, properties: [{ key: 'preferredLanguage', value: 'EN-US' }] },
      });
      expect(JSON.parse(answer.body)).toMatchObject({
        error: null,
        parsingSucceeded: true,
        evaluationSucceeded: true,
        evaluationResult: ['EN_US'],
        parsedExpression: { name: 'Replace', type: 'Function' },
      });
      const wrong = await tenant.ofJob('POST', '/schema/parseExpression', { expression: 'Join(", "' });
      expect(JSON.parse(wrong.body)).toMatchObject({ parsingSucceeded: false, evaluationSucceeded: false });
    },
  },
  {
    behaviour: 'functions and filterOperators describe the language of a schema',
    reference: 'Graph: synchronizationSchema: functions, filterOperators',
    holds: async (tenant) => {
      const functions = JSON.parse((await tenant.ofJob('GET', '/schema/functions')).body) as JsonObject;
      expect(functions.value).toContainEqual({
        name: 'Append',
        parameters: [
          { name: 'source', type: 'String', required: true, allowMultipleOccurrences: false },
          { name: 'suffix', type: 'String', required: true, allowMultipleOccurrences: false },
        ],
      });
      const operators = JSON.parse((await tenant.ofJob('GET', '/schema/filterOperators')).body) as JsonObject;
      expect(operators.value).toContainEqual({
        id: 'EQUALS',
        name: 'EQUALS',
        arity: 'Binary',
        multivaluedComparisonType: 'All',
        supportedAttributeTypes: ['String', 'Integer'],
      });
    },
  },
];
