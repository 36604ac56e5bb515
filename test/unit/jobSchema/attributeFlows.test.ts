import { describe, expect, it } from 'vitest';
import { readJsonText } from '../../../src/core/json/readJsonText';
import { attributeFlows } from '../../../src/core/jobSchema/attributeFlows';
import { defaultJobSchema } from '../../../src/core/jobSchema/defaultJobSchema';
import { readJobSchema } from '../../../src/core/jobSchema/readJobSchema';

function flowsOf(schema: unknown) {
  const text = JSON.stringify(schema);
  return { text, flows: attributeFlows(readJobSchema(readJsonText(text))) };
}

function schemaWith(...objectMappings: readonly object[]) {
  return { synchronizationRules: [{ objectMappings }] };
}

function objectMapping(attributeMappings: readonly object[], more: object = {}) {
  return { enabled: true, sourceObjectName: 'User', targetObjectName: 'User', attributeMappings, ...more };
}

const TITLE = {
  targetAttributeName: 'jobTitle',
  source: { expression: '[title]', type: 'Attribute', name: 'title' },
};

describe('attributeFlows', () => {
  it('has the mappings of the schema that a new job starts with', () => {
    const { flows } = flowsOf(defaultJobSchema('API2AAD'));
    const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
    expect(flows.find(({ target }) => target === 'department')).toMatchObject({
      sources: [`${enterprise}:department`],
      expression: `[${enterprise}:department]`,
    });
    expect(flows.find(({ target }) => target === 'mailNickname')?.sources).toEqual(['userName']);
    expect(flows.find(({ target }) => target === 'accountEnabled')?.expression).toMatch(/^Switch\(\[active\]/);
  });

  it('says where each is', () => {
    const { text, flows } = flowsOf(schemaWith(objectMapping([TITLE])));
    expect(flows.map(({ span }) => text.slice(span.start, span.end))).toEqual([JSON.stringify(TITLE)]);
    expect(flows.map(({ targetSpan: { start, end } }) => text.slice(start, end))).toEqual(['"jobTitle"']);
  });

  it.each([
    ['an attribute alone', { type: 'Attribute', name: 'title' }, ['title'], '[title]'],
    ['a text', { type: 'Constant', name: 'US' }, [], '"US"'],
    [
      'a function without its text',
      {
        type: 'Function',
        name: 'ToUpper',
        parameters: [{ key: 'source', value: { type: 'Attribute', name: 'locale' } }],
      },
      ['locale'],
      'ToUpper',
    ],
    ['a default alone', undefined, [], ''],
  ])('knows what %s reads', (_, source, sources, expression) => {
    const { flows } = flowsOf(schemaWith(objectMapping([{ targetAttributeName: 'x', source }])));
    expect(flows).toMatchObject([{ target: 'x', sources, expression }]);
  });

  it('passes over what is disabled, is not about people, or fills nothing', () => {
    const groups = objectMapping([TITLE], { sourceObjectName: 'Group', targetObjectName: 'group' });
    const disabled = objectMapping([TITLE], { enabled: false });
    const filled = objectMapping([{ source: TITLE.source }, { ...TITLE, targetAttributeName: 'city' }]);
    expect(flowsOf(schemaWith(groups, disabled, filled)).flows.map(({ target }) => target)).toEqual(['city']);
    expect(flowsOf({}).flows).toEqual([]);
    expect(flowsOf('nothing').flows).toEqual([]);
  });
});
