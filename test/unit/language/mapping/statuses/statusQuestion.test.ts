import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../../src/core/text/textEdit';
import { openMapping } from '../../../../../src/language/mapping/document/mappingDocument';
import { statusEdits } from '../../../../../src/language/mapping/statuses/statusEdits';
import type { StatusDecision } from '../../../../../src/language/mapping/statuses/statusQuestion';
import { statusQuestion } from '../../../../../src/language/mapping/statuses/statusQuestion';
import { examineText } from '../../../examine/checks/examineText';

const people = (rule: string) => `externalId = [Id]\nuserName   = [User]\nactive     = ${rule}\n`;
const extract = (...words: readonly string[]) =>
  `Id,User,State\n${words.map((word, index) => `${index},u${index}@contoso.com,${word}`).join('\n')}\n`;

async function open(mapping: string, csv: string) {
  const { header, profile, findings } = await examineText(mapping, csv);
  return openMapping(mapping, {
    columns: header?.columns ?? [],
    extract: { name: 'a.csv', profile, values: findings },
  });
}

/** The mapping after these decisions, and whether anything about its statuses is left to decide. */
async function decided(rule: string, csv: string, decisions: Readonly<Record<string, StatusDecision>>) {
  const document = await open(people(rule), csv);
  const question = statusQuestion(document);
  if (question === undefined) throw new Error('nothing is open');
  const text = applyEdits(document.text, statusEdits(document, question, new Map(Object.entries(decisions))));
  return { text, left: statusQuestion(await open(text, csv))?.statuses.map(({ word }) => word) };
}

describe('the statuses that a mapping leaves open', () => {
  const RULE = 'Switch([State], , "Active", "True", "Terminated", "False")';

  it('are those of the extract: known words first and preset, misspelled ones named', async () => {
    const words = ['Active', 'Parental', 'Parental', 'Parental', 'retired', 'Actve', 'Terminatd', ''];
    const question = statusQuestion(await open(people(RULE), extract(...words)));
    expect(question?.column).toBe('State');
    expect(question?.statuses).toEqual([
      { word: 'retired', records: 1, preset: 'disabled' },
      { word: 'Actve', records: 1, meant: 'Active', preset: 'enabled' },
      { word: 'Terminatd', records: 1, meant: 'Terminated', preset: 'disabled' },
      { word: 'Parental', records: 3 },
      { word: '', records: 1 },
    ]);
  });

  it('are none where the rule names all of them', async () => {
    expect(statusQuestion(await open(people(RULE), extract('Active', 'Terminated')))).toBeUndefined();
  });

  it('become pairs of the Switch, and conditions that leave records out', async () => {
    const csv = extract('Active', 'Parental', 'Gone', 'Candidate', '');
    const { text, left } = await decided(RULE, csv, {
      Parental: 'enabled',
      Gone: 'disabled',
      Candidate: 'excluded',
      '': 'excluded',
    });
    expect(text).toContain('where [State] <> "Candidate"\nwhere IsPresent([State])\n');
    expect(text).toMatch(/"Terminated",\s+"False",\s+"Parental",\s+"True",\s+"Gone",\s+"False"\s*\)/);
    expect(left).toBeUndefined();
  });

  it('stay open where they are not decided', async () => {
    const { left } = await decided(RULE, extract('Active', 'Parental', 'Gone'), { Gone: 'disabled' });
    expect(left).toEqual(['Parental']);
  });

  it('are written in the case that the source of the Switch has', async () => {
    const rule = 'Switch(ToLower([State]), , "active", "True")';
    const { text, left } = await decided(rule, extract('ACTIVE', 'Parental', 'PARENTAL'), {
      Parental: 'enabled',
      PARENTAL: 'enabled',
    });
    expect(text).toBe(people('Switch(ToLower([State]), , "active", "True", "parental", "True")'));
    expect(left).toBeUndefined();
  });

  it('go into a Switch around any other rule', async () => {
    const { text } = await decided('[State]', extract('True', 'Parental', '"x""y"'), {
      Parental: 'enabled',
      'x"y': 'disabled',
    });
    expect(text).toBe(people('Switch([State], [State], "Parental", "True", "x\\"y", "False")'));
  });

  it('are asked about, too, where a default alone decides them', async () => {
    const csv = extract('Active', 'Parental', 'Gone');
    const question = statusQuestion(await open(people('Switch([State], "False", "Active", "True")'), csv));
    expect(question?.statuses.map(({ word }) => word)).toEqual(['Parental', 'Gone']);
    const { left } = await decided('IIF([State] = "Active", "True", "False")', csv, {
      Parental: 'enabled',
      Gone: 'disabled',
    });
    expect(left).toBeUndefined();
  });
});
