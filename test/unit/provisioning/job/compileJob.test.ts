import { describe, expect, it } from 'vitest';
import { readJsonText } from '../../../../src/core/json/readJsonText';
import { readJobSchema } from '../../../../src/core/jobSchema/readJobSchema';
import { compileJob } from '../../../../src/core/provisioning/job/compileJob';
import { changedSchema } from '../../../support/changedSchema';
import { jobOf, jobRig } from '../../../support/jobRig';
import { person } from '../../../support/people';

const withTitle = (source: unknown): unknown => changedSchema({ flows: { jobTitle: { source } } });

function titleFrom(source: unknown): string | undefined {
  const rig = jobRig({ job: jobOf(withTitle(source)) });
  rig.cycle(person('7', { title: 'Lead' }));
  return rig.valuesOf('id1').jobTitle;
}

describe('compileJob', () => {
  it('says of a wrong expression what and where, and lets its attribute be', () => {
    const text = JSON.stringify(withTitle({ type: 'Function', name: 'Mid', expression: 'Mid([title], 1' }), null, 2);
    const { problems, mappings } = compileJob(readJobSchema(readJsonText(text)), 'API2AAD');
    expect(problems).not.toEqual([]);
    for (const { code, severity, span } of problems) {
      expect([code, severity]).toEqual(['expression.syntax', 'error']);
      expect(span.start).toBeGreaterThanOrEqual(text.indexOf('Mid([title]'));
      expect(span.end).toBeLessThanOrEqual(text.indexOf('Mid([title]') + 'Mid([title], 1"'.length);
    }
    expect(mappings[0]?.flows.map(({ target }) => target)).not.toContain('jobTitle');
  });

  it.each<[string, unknown, string | undefined]>([
    ['an expression', { type: 'Function', name: 'ToUpper', expression: 'ToUpper([title], )' }, 'LEAD'],
    ['an attribute without its expression', { type: 'Attribute', name: 'title' }, 'Lead'],
    ['an attribute without its type', { name: 'title' }, 'Lead'],
    ['a constant', { type: 'Constant', name: 'Head' }, 'Head'],
    [
      'a tree',
      {
        type: 'Function',
        name: 'Append',
        parameters: [
          { key: 'source', value: { type: 'Attribute', name: 'title' } },
          { key: 'suffix', value: { type: 'Constant', name: '!' } },
        ],
      },
      'Lead!',
    ],
    ['nothing', null, undefined],
    ['a function of no name', { type: 'Function' }, undefined],
  ])('takes the source from %s', (_, source, wanted) => {
    expect(titleFrom(source)).toBe(wanted);
  });

  it('takes the rule of the lowest priority, and of several mappings the one whose category a record is of', () => {
    const one = changedSchema({ rule: { priority: 2 }, flows: { jobTitle: { expression: '"second"' } } });
    const other = changedSchema({
      rule: { priority: 1 },
      flows: { jobTitle: { expression: '"first"' } },
      mapping: {
        scope: {
          categoryFilterGroups: [
            { clauses: [{ sourceOperandName: 'title', operatorName: 'EQUALS', targetOperand: { values: ['Lead'] } }] },
          ],
        },
      },
    });
    const rulesOf = (schema: unknown): readonly unknown[] =>
      (schema as { readonly synchronizationRules: readonly unknown[] }).synchronizationRules;
    const both = { ...(one as object), synchronizationRules: [...rulesOf(one), ...rulesOf(other)] };
    const rig = jobRig({ job: jobOf(both) });
    rig.cycle(person('1', { title: 'Lead' }), person('2', { title: 'Head' }));
    expect([rig.valuesOf('id1').jobTitle, rig.valuesOf('id2').jobTitle]).toEqual(['first', 'second']);
  });

  it('passes over what is not about people', () => {
    const groups = changedSchema({ mapping: { sourceObjectName: 'Group', targetObjectName: 'Group' } });
    expect(jobOf(groups).mappings).toEqual([]);
    expect(jobRig({ job: jobOf(groups) }).cycle(person('7')).changes[0]?.outcome).toBe('out-of-scope');
  });

  it.each([{}, [], 7, null, { synchronizationRules: [{ objectMappings: [{ targetObjectName: 'User' }] }] }])(
    'makes a job of any JSON: %j',
    (schema) => {
      const rig = jobRig({ job: jobOf(schema) });
      expect(rig.cycle(person('7')).changes).toHaveLength(1);
      expect(rig.state.directory.size).toBe(0);
    },
  );
});
