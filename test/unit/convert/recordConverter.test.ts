import { describe, expect, it } from 'vitest';
import { RecordConverter } from '../../../src/core/convert/recordConverter';
import { valueOrigins } from '../../../src/core/convert/valueOrigins';
import { loadMapping } from '../../../src/core/mapping/loadMapping';
import { compiled, PLAN_COLUMNS, PLAN_MAPPING, record } from '../../support/planText';
import { codeOf } from '../../support/codeOf';

const converter = () => new RecordConverter(compiled(), loadMapping(PLAN_MAPPING).model, PLAN_COLUMNS);

describe('RecordConverter', () => {
  it('says what happens to each record, in the given order', () => {
    const problem = {
      code: codeOf('csv.row.field-count'),
      severity: 'row' as const,
      message: 'Too few cells.',
      line: 8,
    };
    const converted = converter().convert([
      { record: record(9) },
      { record: record(4, 'excluded') },
      { record: record(5, 'refused') },
      { record: record(7, 'unreadable'), problem },
      { record: { ...record(6), cells: ['é"\\', 'Zoë 😀', 'true', ''] } },
    ]);
    expect(converted).toMatchObject([
      { kind: 'operation', operation: { record: 9, line: 10, externalId: 'p9', displayName: 'Person 9' } },
      { kind: 'excluded', reason: 'where', record: record(4, 'excluded') },
      { kind: 'refused', record: record(5, 'refused') },
      { kind: 'refused', problems: [problem] },
      { kind: 'operation', operation: { record: 6, externalId: 'é"\\', displayName: 'Zoë 😀', bulkId: 'record-6' } },
    ]);
  });

  it('gives an operation as it is in its request, and where its resource is', () => {
    const [first] = converter().convert([{ record: record(3) }]);
    if (first?.kind !== 'operation') throw new Error('not converted');
    const { text, resource } = first.operation;
    const data = text.slice(resource.start, resource.end);
    expect(text).toBe(`{"method":"POST","bulkId":"record-3","path":"/Users","data":${data}}`);
    expect(JSON.parse(data)).toMatchObject({ externalId: 'p3', displayName: 'Person 3', active: true });
  });

  it('remembers nobody from one call to the next', () => {
    const one = converter();
    expect(one.convert([{ record: record(1) }])).toEqual(one.convert([{ record: record(1) }]));
  });
});

describe('valueOrigins', () => {
  it('leads from cells over the rule to the attribute', () => {
    const origins = valueOrigins(record(2), PLAN_COLUMNS, compiled());
    const active = origins.find(({ rule }) => rule.label === 'active');
    expect(origins.map(({ rule }) => rule.label)).toEqual(['externalId', 'userName', 'displayName', 'active']);
    expect(active).toMatchObject({
      cells: [{ column: 'Active', value: 'true' }],
      outcome: { kind: 'value', json: 'true' },
    });
  });
});
