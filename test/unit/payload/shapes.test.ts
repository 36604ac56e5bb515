import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseTree } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { validatorsSource } from '../../../scripts/validatorsSource.mjs';
import { readResource } from '../../../src/core/payload/shape/checkedResource';
import { resourceShape } from '../../../src/core/payload/checks/resourceShape';
import { judgeAttributes } from '../../../src/core/payload/shape/judgeAttributes';
import { bulkRequestSchema } from '../../../src/core/payload/shape/schemas/bulkRequestSchema';
import { compiledShapes } from '../../../src/core/payload/shape/schemas/compiledShapes';
import type { JsonSchema } from '../../../src/core/payload/shape/schemas/jsonSchema';
import { userSchema } from '../../../src/core/payload/shape/schemas/userSchema';
import type { AttributeDefinition } from '../../../src/core/scim/schema';
import { CORE_USER_URN, ENTERPRISE_USER_URN } from '../../../src/core/scim/urns';
import { ENTERPRISE_USER_SCHEMA, USER_SCHEMA } from '../../../src/core/scim/userSchema';
import { CUSTOM, KNOWLEDGE } from './payloadCases';

const source = readFileSync(
  new URL('../../../src/core/payload/shape/schemas/validators.generated.ts', import.meta.url),
  'utf8',
);

describe('the compiled validators', () => {
  it('are up to date: "npm run shapes" renews them', () => {
    expect(source).toBe(validatorsSource(compiledShapes));
  });

  it('make no code and load none when they run', () => {
    expect(source).not.toMatch(/\bnew Function\b|\beval\b|\brequire\b|\bimport\b/);
  });
});

describe('the schemas', () => {
  const attributesOf = (schema: JsonSchema): readonly string[] => Object.keys(schema.properties ?? {});

  it('have every attribute of the tables, and of the schemas that are known', () => {
    const user = userSchema(KNOWLEDGE);
    const { properties = {} } = user;
    expect(attributesOf(user)).toEqual(expect.arrayContaining(USER_SCHEMA.attributes.map(({ name }) => name)));
    expect(attributesOf(properties[ENTERPRISE_USER_URN] ?? {})).toEqual(
      ENTERPRISE_USER_SCHEMA.attributes.map(({ name }) => name),
    );
    expect(attributesOf(properties[CUSTOM] ?? {})).toEqual(KNOWLEDGE.schemas?.[0]?.attributes.map(({ name }) => name));
  });

  it('say of each attribute what it is', () => {
    const lacking: string[] = [];
    const visit = (schema: JsonSchema, path: string): void => {
      if (path !== '' && (schema.title === undefined || schema.description === undefined)) lacking.push(path);
      for (const [name, own] of Object.entries(schema.properties ?? {})) visit(own, `${path}/${name}`);
      for (const [name, own] of Object.entries(schema.items?.properties ?? {})) visit(own, `${path}/*/${name}`);
    };
    visit(bulkRequestSchema(KNOWLEDGE), '');
    expect(lacking).toEqual([]);
  });

  it('tell of externalId where Entra takes it and how long it may be', () => {
    expect(userSchema({}).properties?.externalId?.markdownDescription).toMatch(/employeeId[^]*At most 16 characters/);
  });

  it('do not offer what does nothing', () => {
    const { properties = {} } = userSchema({});
    const hidden = Object.keys(properties).filter((name) => properties[name]?.doNotSuggest === true);
    expect(hidden).toEqual(['id', 'meta', 'password', 'groups']);
    const manager = properties[ENTERPRISE_USER_URN]?.properties?.manager?.properties ?? {};
    expect(Object.keys(manager).filter((name) => manager[name]?.doNotSuggest !== true)).toEqual(['value']);
  });
});

/** JSON of every type, and objects whose members are named as attributes are, or nearly. */
function resources(attributes: readonly AttributeDefinition[], depth: number): fc.Arbitrary<unknown> {
  const names = attributes.flatMap(({ name }) => [name, name, name.toUpperCase(), `${name}2`]);
  const inner = attributes.flatMap(({ subAttributes = [] }) => subAttributes);
  const scalar = fc.constantFrom<unknown>(null, true, 'true', '', 1, 1.5, 'work');
  const value =
    depth === 0 || inner.length === 0
      ? scalar
      : fc.oneof(scalar, resources(inner, depth - 1), fc.array(fc.oneof(scalar, resources(inner, depth - 1))));
  return fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 6 });
}

describe('the definitions', () => {
  it('judge any resource as the compiled validators do', () => {
    const [core, enterprise] = readResource({ type: 'object', offset: 0, length: 2 }, {}).schemas;
    if (core === undefined || enterprise === undefined) throw new Error('The tables lack a schema.');
    // Needed attributes may not be null, which the definitions do not know
    const lines = (text: string, problems: Iterable<{ code: string; span: { start: number }; message: string }>) =>
      [...problems]
        .filter(({ span }) => text.slice(span.start, span.start + 4) !== 'null')
        .map(({ code, span, message }) => `${span.start} ${code} ${message}`)
        .sort();
    fc.assert(
      fc.property(resources(core.attributes, 2), resources(enterprise.attributes, 1), (user, extension) => {
        const text = JSON.stringify({ ...(user as object), [ENTERPRISE_USER_URN]: extension });
        const node = parseTree(text);
        if (node === undefined) throw new Error(text);
        const resource = readResource(node, {});
        const object = node.children?.at(-1)?.children?.[1];
        if (object === undefined) throw new Error(text);
        const place = { object: node, definitions: core.attributes, what: 'User', schema: core };
        const inner = { object, definitions: enterprise.attributes, what: 'EnterpriseUser', schema: enterprise };
        const judged = [...judgeAttributes(place, resource.schemas), ...judgeAttributes(inner, resource.schemas)];
        const named = judged.filter(({ span }) => !text.slice(span.start).startsWith(`"${ENTERPRISE_USER_URN}"`));
        expect(lines(text, resourceShape.find(resource))).toEqual(lines(text, named));
      }),
      { numRuns: 300 },
    );
  });

  it('of a known schema take what the job adds to them', () => {
    const schemas = [
      { urn: CORE_USER_URN, name: 'User', attributes: [{ name: 'badge', type: 'integer' as const, description: '' }] },
    ];
    const node = parseTree('{"badge": "x", "Badge": 1, "title": "y"}');
    if (node === undefined) throw new Error('This is JSON.');
    const found = [...resourceShape.find(readResource(node, { schemas }))].map(({ code }) => code);
    expect(found).toEqual(['payload.wrong-type', 'payload.attribute-case']);
  });
});
