import { describe, expect, it } from 'vitest';
import { diagnoseJobSchema } from '../../../../src/language/jobSchema/diagnoseJobSchema';
import { openJobSchema } from '../../../../src/language/jobSchema/jobDocument';
import { jobProblemCases } from '../../jobSchema/jobProblemCases';
import type { Loose, Parts, SmallJob } from '../../jobSchema/smallJob';
import { attribute, changedJob, direct, expressionSource, scope } from '../../jobSchema/smallJob';
import { appliedToJob, jobQuickFixes } from './support';

const inTitle =
  (members: object) =>
  ({ title }: Parts) => {
    Object.assign(title, members);
  };

/** Each fix for the problems of that code, by title: the text after it. */
function outcomes(text: string, code: string): Readonly<Record<string, string>> {
  const document = openJobSchema(text);
  const diagnostics = diagnoseJobSchema(document).filter((diagnostic) => diagnostic.code === code);
  expect(diagnostics.length, code).toBeGreaterThan(0);
  return Object.fromEntries(
    jobQuickFixes(document, diagnostics).map((action) => [action.title, appliedToJob(document, action)]),
  );
}

function titleIn(text: string | undefined): Loose | undefined {
  const job = JSON.parse(text ?? '{}') as SmallJob;
  return job.synchronizationRules[0].objectMappings[0].attributeMappings.find(
    (one) => one.targetAttributeName === 'jobTitle',
  );
}

interface Case {
  readonly code: string;
  readonly change: (parts: Parts) => void;
  readonly title: string;
  /** What the job is like afterwards. */
  readonly fixed: (parts: Parts) => void;
}

const CASES: readonly Case[] = [
  {
    code: 'job.unknown-target-attribute',
    change: inTitle({ targetAttributeName: 'JobTitle' }),
    title: 'Change to "jobTitle"',
    fixed: () => undefined,
  },
  {
    code: 'job.unknown-source-attribute',
    change: inTitle({ source: expressionSource('[emails[type eq "wrk"].value]') }),
    title: 'Change to [emails[type eq "work"].value]',
    fixed: inTitle({ source: expressionSource('[emails[type eq "work"].value]') }),
  },
  {
    code: 'job.unknown-source-attribute',
    change: inTitle({ source: { expression: '[Title]', name: 'Title', type: 'Attribute', parameters: [] } }),
    title: 'Change to [title]',
    fixed: () => undefined,
  },
  {
    code: 'job.unknown-source-attribute',
    change: ({ mapping }) => (mapping.scope = scope(['Title', 'IS NULL'])),
    title: 'Change to "title"',
    fixed: ({ mapping }) => (mapping.scope = scope(['title', 'IS NULL'])),
  },
  {
    code: 'expression.unknown-function',
    change: inTitle({ source: expressionSource('tolower([title])') }),
    title: 'Change to ToLower',
    fixed: inTitle({
      source: {
        expression: 'ToLower([title])',
        type: 'Function',
        name: 'ToLower',
        parameters: [
          { key: 'source', value: { expression: '[title]', name: 'title', parameters: [], type: 'Attribute' } },
        ],
      },
    }),
  },
  {
    code: 'expression.argument-type',
    change: inTitle({ source: expressionSource('DateAdd("dd", 1, CDate([title]))') }),
    title: 'Change to "d"',
    fixed: inTitle({
      source: {
        expression: 'DateAdd("d", 1, CDate([title]))',
        type: 'Function',
        name: 'DateAdd',
        parameters: [
          { key: 'interval', value: { expression: '"d"', name: 'd', parameters: [], type: 'Constant' } },
          { key: 'value', value: { expression: '"1"', name: '1', parameters: [], type: 'Constant' } },
          {
            key: 'dateTime',
            value: {
              expression: 'CDate([title])',
              name: 'CDate',
              parameters: [
                {
                  key: 'expression',
                  value: { expression: '[title]', name: 'title', parameters: [], type: 'Attribute' },
                },
              ],
              type: 'Function',
            },
          },
        ],
      },
    }),
  },
  {
    code: 'job.tree-disagrees',
    change: inTitle({
      source: { expression: '[title]', name: 'userName', type: 'Attribute', parameters: [], more: 1 },
    }),
    title: 'Update the tree from the expression',
    fixed: inTitle({ source: { expression: '[title]', name: 'title', type: 'Attribute', parameters: [], more: 1 } }),
  },
  {
    code: 'job.tree-disagrees',
    change: inTitle({ source: { expression: '[title]', name: 'userName', type: 'Attribute', parameters: [] } }),
    title: 'Update the expression from the tree: [userName]',
    fixed: inTitle({ source: { expression: '[userName]', name: 'userName', type: 'Attribute', parameters: [] } }),
  },
  {
    code: 'job.matching-priority',
    change: inTitle({ matchingPriority: 1 }),
    title: 'Number the matching attributes 1, 2, 3',
    fixed: inTitle({ matchingPriority: 2 }),
  },
  {
    code: 'job.no-matching',
    change: ({ matching }) => delete matching.matchingPriority,
    title: 'Match on employeeId',
    fixed: ({ matching }) => {
      delete matching.matchingPriority;
      matching.matchingPriority = 1;
    },
  },
  {
    code: 'job.operator-spelling',
    change: ({ mapping }) => (mapping.scope = scope(['title', 'is_not_null'])),
    title: 'Change to "IS NOT NULL"',
    fixed: ({ mapping }) => (mapping.scope = scope(['title', 'IS NOT NULL'])),
  },
  {
    code: 'job.unknown-operator',
    change: ({ mapping }) => (mapping.scope = scope(['title', 'Contains', 'x'])),
    title: 'Change to "Includes"',
    fixed: ({ mapping }) => (mapping.scope = scope(['title', 'Includes', 'x'])),
  },
  {
    code: 'job.filter-unanchored',
    change: ({ mapping }) => (mapping.scope = scope(['title', 'REGEX MATCH', 'a\\d|b'])),
    title: 'Change to "^(?:a\\\\d|b)$"',
    fixed: ({ mapping }) => (mapping.scope = scope(['title', 'REGEX MATCH', '^(?:a\\d|b)$'])),
  },
  {
    code: 'job.unknown-value',
    change: inTitle({ flowType: 'Add' }),
    title: 'Change to "ObjectAddOnly"',
    fixed: inTitle({ flowType: 'ObjectAddOnly' }),
  },
  {
    code: 'job.unknown-value',
    change: ({ mapping }) => Object.assign(mapping, { flowTypes: 'Add,Updat' }),
    title: 'Change to "Add,Update"',
    fixed: ({ mapping }) => Object.assign(mapping, { flowTypes: 'Add,Update' }),
  },
  {
    code: 'job.wrong-type',
    change: ({ mapping }) => Object.assign(mapping, { enabled: 'True' }),
    title: 'Change to true',
    fixed: () => undefined,
  },
  {
    code: 'job.wrong-type',
    change: inTitle({ matchingPriority: '0' }),
    title: 'Change to 0',
    fixed: () => undefined,
  },
  {
    code: 'job.wrong-type',
    change: ({ mapping }) => Object.assign(mapping, { metadata: {} }),
    title: 'Wrap in [ ]',
    fixed: ({ mapping }) => Object.assign(mapping, { metadata: [{}] }),
  },
  {
    code: 'job.required-target',
    change: ({ target }) => target.attributes.push(attribute('externalID', { required: true })),
    title: 'Add a mapping of externalID from [externalId]',
    fixed: ({ target, mapping }) => {
      target.attributes.push(attribute('externalID', { required: true }));
      mapping.attributeMappings.push({
        defaultValue: null,
        exportMissingReferences: false,
        flowBehavior: 'FlowWhenChanged',
        flowType: 'Always',
        matchingPriority: 0,
        targetAttributeName: 'externalID',
        source: { expression: '[externalId]', name: 'externalId', parameters: [], type: 'Attribute' },
      });
    },
  },
  {
    code: 'job.contradictory-member',
    change: inTitle({ mappingType: 'Direct' }),
    title: 'Remove "mappingType"',
    fixed: () => undefined,
  },
  {
    code: 'job.duplicate-target',
    change: ({ mapping }) => mapping.attributeMappings.push(direct('jobTitle', 'userName')),
    title: 'Remove this mapping',
    fixed: () => undefined,
  },
];

describe('quick fixes of a job schema', () => {
  it.each(CASES)('$code: $title', ({ code, change, title, fixed }) => {
    const found = outcomes(changedJob(change), code);
    expect(Object.keys(found)).toContain(title);
    // As JSON.stringify writes it: the layout is kept, too
    expect(found[title]?.replace('[{}]', '[\n            {}\n          ]')).toBe(changedJob(fixed));
  });

  it('keep on one line what is on one line', () => {
    const text = JSON.stringify(JSON.parse(changedJob(inTitle({ source: expressionSource('tolower([title])') }))));
    const found = outcomes(text, 'expression.unknown-function')['Change to ToLower'];
    expect(found).not.toContain('\n');
    expect(titleIn(found)?.source).toMatchObject({ name: 'ToLower', type: 'Function' });
  });

  it('keep line ends', () => {
    const text = changedJob(inTitle({ source: { type: 'Attribute', name: 'x', expression: 'ToLower([title])' } }));
    const found = outcomes(text.replaceAll('\n', '\r\n'), 'job.tree-disagrees')['Update the tree from the expression'];
    expect(found?.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(titleIn(found)?.source).toMatchObject({ name: 'ToLower', parameters: [{ key: 'source' }] });
  });

  const all = Object.entries(jobProblemCases).flatMap(([code, { fires }]) =>
    Object.entries(fires).map(([what, change]) => ({ code, what, change })),
  );
  it.each(all)('result in JSON with one mistake fewer: $code, $what', ({ code, change }) => {
    const document = openJobSchema(changedJob(change));
    const diagnostics = diagnoseJobSchema(document);
    const of = (own: typeof diagnostics) => own.filter((diagnostic) => diagnostic.code === code).length;
    for (const action of jobQuickFixes(
      document,
      diagnostics.filter((one) => one.code === code),
    )) {
      const text = appliedToJob(document, action);
      expect(() => JSON.parse(text) as unknown).not.toThrow();
      expect(of(diagnoseJobSchema(openJobSchema(text))), action.title).toBeLessThan(of(diagnostics));
    }
  });

  it('believe nothing that comes back from the editor', () => {
    const document = openJobSchema(changedJob(inTitle({ source: expressionSource('[Title]') })));
    for (const data of [null, 5, { replacement: 5 }, { replacement: '"' }, { remove: {} }, { values: 'x' }, {}])
      for (const diagnostic of diagnoseJobSchema(document))
        for (const action of jobQuickFixes(document, [{ ...diagnostic, data }]))
          expect(() => JSON.parse(appliedToJob(document, action)) as unknown).not.toThrow();
  });
});

describe('diagnostics of a job schema', () => {
  it('name other places, pages and levels', () => {
    const document = openJobSchema(
      changedJob(({ mapping }) => mapping.attributeMappings.push(direct('jobTitle', 'title'))),
    );
    const options = { uri: 'file:///job.json', page: (code: string) => `page#${code}` };
    const [diagnostic] = diagnoseJobSchema(document, options);
    expect(diagnostic).toMatchObject({
      code: 'job.duplicate-target',
      severity: 1,
      codeDescription: { href: 'page#job.duplicate-target' },
      relatedInformation: [{ location: { uri: 'file:///job.json' }, message: 'The first one is here.' }],
    });
    expect(diagnoseJobSchema(document, { levels: { 'job.duplicate-target': 'off' } })).toEqual([]);
  });
});
