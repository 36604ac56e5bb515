import { readFileSync } from 'node:fs';
import { answerExpression } from '../../../src/cli/answerExpression';
import { parseConnectionFile } from '../../../src/connections/connectionFile';
import { compileByteMapping } from '../../../src/core/convert/bytes/compileByteMapping';
import { compileMapping } from '../../../src/core/convert/compileMapping';
import { RequestWriter } from '../../../src/core/convert/requestWriter';
import { EMPTY_CONTEXT } from '../../../src/core/expression/context';
import { fromGraphTree } from '../../../src/core/expression/graphTree';
import { importPsd1 } from '../../../src/core/import/importPsd1';
import { importWebClient } from '../../../src/core/import/importWebClient';
import { readJson } from '../../../src/core/json/jsonValue';
import { readJsonText } from '../../../src/core/json/readJsonText';
import { defaultJobSchema } from '../../../src/core/jobSchema/defaultJobSchema';
import { loadJobSchema } from '../../../src/core/jobSchema/loadJobSchema';
import { parseLogPage } from '../../../src/core/logs/logPage';
import { isUsable } from '../../../src/core/mapping/loadMapping';
import { checkPayloadText } from '../../../src/core/payload/checkPayloadText';
import { openPayload } from '../../../src/core/payload/document/payloadDocument';
import { compileJob } from '../../../src/core/provisioning/job/compileJob';
import { readUsers } from '../../../src/core/provisioning/users/readUsers';
import { parseUsersPage } from '../../../src/core/provisioning/users/usersPage';
import { planPayload } from '../../../src/core/run/planPayload';
import { readBulkRequest } from '../../../src/core/scim/bulkRequest';
import { LineIndex } from '../../../src/core/text/lineIndex';
import { hashBody } from '../../../src/extract/hashBody';
import { openJobSchema } from '../../../src/language/jobSchema/jobDocument';
import { jobSchemaAnswers } from '../../../src/language/jobSchema/jobSchemaAnswers';
import { openMapping } from '../../../src/language/mapping/document/mappingDocument';
import { mappingAnswers } from '../../../src/language/mapping/mappingAnswers';
import { knownPayloads } from '../../../src/language/payload/knownPayloads';
import { payloadAnswers } from '../../../src/language/payload/payloadAnswers';
import { parseDomains } from '../../../src/tenant/parseDomains';
import { parseGraphError } from '../../../src/tenant/graphError';
import { askEverything } from '../everyQuestion';
import type { TextKind } from './generateText';

/** What reads texts of a kind, as the editor and the command line do. */
export interface TextReader extends TextKind {
  readonly name: string;
  /** @param isEdited whether the editor's questions are asked, too, at the offset: they take longer */
  readonly read: (text: string, offset: number, isEdited: boolean) => unknown;
}

const sample = (path: string) => readFileSync(path, 'utf8');

const JSON_TOKENS = ['"a":', '"', '\\"', '\\u0000', '{', '}', '[', ']', ',', ':', 'null', 'true', '-1e9', '//', '/*', '*/', '0', '\n', ' ']; // prettier-ignore
const JSON_BRACKETS = [['[', ']'], ['{"a":', '}'], ['[{"a":', '}]'], ['{', '}'], ['{"a":[', ']}'], ['"\\"', '"'], ['/*', '*/']] as const; // prettier-ignore
const EXPRESSION_TOKENS = ['Join("", ', 'Replace([a], ', 'Switch(', 'IIF(', 'ToLower(', 'Split(', 'Coalesce(', '[a]', '[Id]', '"a"', '""', '"', "'", ',', ')', '(', ' = ', '<>', '&HFF', '-1', '\\', '[', ']', '#', '\n', ', , "(a|b)*c", , "$_", , ']; // prettier-ignore
const EXPRESSION_BRACKETS = [['ToLower(', ')'], ['(', ')'], ['[', ']'], ['Join("-", [a], ', ')'], ['Append([Id], ', ')'], ['Append("a", "b', '")'], ['IIF([a] = "b", "c", ', ')'], ['Replace([a], "a", , , ', ', , )']] as const; // prettier-ignore
const MAPPING_TOKENS = [...EXPRESSION_TOKENS, 'name ', 'name { ', 'where ', 'where [a] = "b" and ', 'source csv {', 'schema urn:a:b:C:1.0:User {', ' = ', '{', '}', ';', '@empty(null)', '@', 'emails[type eq "work"].value', 'title = [a]\n', '; a\n', '# a\n', 'a.', ':', '\r\n']; // prettier-ignore
const MAPPING_BRACKETS = [...EXPRESSION_BRACKETS, ['name {\n', '}\n'], ['name { ', '} '], ['schema urn:a:b:C:1.0:User {\n', '}\n'], ['title = ToLower(', ')\n'], ['emails[type eq "', '"]'], ['a[', ']'], ['source csv {', '}']] as const; // prettier-ignore
const PSD1_TOKENS = ["'", '"', '@{', '}', '@(', ')', '$(', '$_', '=', ';', ',', '#', '<#', '#>', '`', "@'\n", "\n'@", '|', 'a', '\n', "'a' = 'b'\n"]; // prettier-ignore
const PSD1_BRACKETS = [['@{', '}'], ['@{a=', '}'], ['@(', ')'], ['$(', ')'], ['"$(', ')"'], ['<#', '#>'], ["@{a='b';c=", '}'], ['{', '}'], ['(', ')']] as const; // prettier-ignore

const NEEDED = 'externalId = [Id]\nuserName = [Id]\nactive = "True"\ntitle = ';
const RECORD = { number: 1, line: 2, cells: ['1', 'ab-ab (c) 2026-01-01', 'x'.repeat(200)] };
const COLUMNS = ['Id', 'a', 'b'];
const { service } = knownPayloads({});
const payloadSamples = ['Extended-SCIM-bulk-request-Core+Enterprise.json', 'Sample-CSV-2-SCIM-payload.json'].map(
  (name) => sample(`test/data/csv2scim/${name}`),
);

function readMapping(text: string, offset: number, isEdited: boolean): void {
  const document = openMapping(text, { columns: COLUMNS, extract: { name: 'a.csv', record: RECORD } });
  const answers = mappingAnswers(document);
  answers.format?.();
  if (isEdited) askEverything(answers, document.index, offset);
  if (!isUsable(document.loaded)) return;
  const compiled = compileMapping(document.loaded, COLUMNS);
  if ('problems' in compiled) return;
  const writer = new RequestWriter(compileByteMapping(compiled.mapping, document.loaded.model, COLUMNS));
  writer.addRecord(RECORD);
  writer.addRecord({ ...RECORD, number: 2, cells: ['2', '', ''] });
  writer.end();
  writer.takeRequests();
  writer.takeEvents();
}

function readPayload(text: string, offset: number, isEdited: boolean): void {
  checkPayloadText(text);
  planPayload(text, hashBody);
  readBulkRequest(text);
  if (!isEdited) return;
  const index = new LineIndex(text);
  askEverything(payloadAnswers(openPayload(text), service, index), index, offset);
}

function readSchema(text: string, offset: number, isEdited: boolean): void {
  const { schema } = loadJobSchema(readJsonText(text));
  compileJob(schema, 'API2AAD');
  if (!isEdited) return;
  const document = openJobSchema(text);
  askEverything(jobSchemaAnswers(document), document.index, offset);
}

function readAnswer(text: string): void {
  parseLogPage(text);
  parseUsersPage(text);
  parseDomains(text);
  parseGraphError(text);
  parseConnectionFile(text);
  const json = readJson(text);
  if ('value' in json) fromGraphTree(json.value);
}

export const textReaders: readonly TextReader[] = [
  {
    name: 'mapping',
    samples: [sample('samples/contoso/contoso.scimmap'), sample('test/data/csv2scim/AttributeMapping.scimmap'), NEEDED],
    tokens: MAPPING_TOKENS,
    brackets: MAPPING_BRACKETS,
    read: readMapping,
  },
  {
    name: 'rule',
    samples: ['Join("@", ToLower([a]), "contoso.com")', 'Switch([a], [b], "x", "y")', 'Replace([a], "b", , , [b], , )'],
    tokens: EXPRESSION_TOKENS,
    brackets: EXPRESSION_BRACKETS,
    read: (text, offset, isEdited) => {
      const rule = text.slice(0, 10_000).replace(/\s+/g, ' ');
      readMapping(NEEDED + rule, NEEDED.length + (offset % (rule.length + 1)), isEdited);
    },
  },
  {
    name: 'expression',
    samples: ['Join("@", ToLower([a]), "contoso.com")', 'IIF([a] = "b", Split([c], ","), [a])'],
    tokens: EXPRESSION_TOKENS,
    brackets: EXPRESSION_BRACKETS,
    read: (text) => answerExpression(text, { a: 'ab'.repeat(200), Id: text.slice(0, 2_000) }, EMPTY_CONTEXT),
  },
  { name: 'payload', samples: payloadSamples, tokens: JSON_TOKENS, brackets: JSON_BRACKETS, read: readPayload },
  {
    name: 'psd1',
    samples: [sample('test/data/csv2scim/AttributeMapping.psd1')],
    tokens: PSD1_TOKENS,
    brackets: PSD1_BRACKETS,
    read: (text) => importPsd1(text),
  },
  {
    name: 'web client',
    samples: ['{"externalId":"WorkerID","name.givenName":"First","emails.0.value":"Mail"}'],
    tokens: JSON_TOKENS,
    brackets: JSON_BRACKETS,
    read: (text) => importWebClient(text),
  },
  {
    name: 'users',
    samples: ['{"value":[{"id":"1","userPrincipalName":"a@b.c","manager":{"id":"2"},"accountEnabled":true}]}'],
    tokens: [...JSON_TOKENS, '{"id":"1"},', '{"id":""},', '{"id":"2","a":[1]},', '"manager":{"id":"1"},'],
    brackets: JSON_BRACKETS,
    read: (text) => readUsers(text, 'API2AAD'),
  },
  {
    name: 'schema',
    samples: [JSON.stringify(defaultJobSchema('API2AAD'), null, 2), JSON.stringify(defaultJobSchema('API2AAD'))],
    tokens: [...JSON_TOKENS, '"expression": "ToLower([a])"', '{"name":"a"},'],
    brackets: JSON_BRACKETS,
    read: readSchema,
  },
  {
    name: 'answer',
    samples: [
      '{"value":[{"id":"1","provisioningSteps":[{"name":"a","details":{"b":"c"}}]}],"@odata.nextLink":"https://a"}',
      '{"kind":"sandbox","name":"a","endpoint":"http://127.0.0.1:1/","clientId":"a","clientSecret":"b"}',
      '{"error":{"code":"a","message":"b","innerError":{"code":"c"}}}',
    ],
    tokens: [...JSON_TOKENS, '"innerError":{', '{"id":"1"},', '"parameters":[{"key":"a","value":'],
    brackets: [...JSON_BRACKETS, ['{"name":"Join","type":"Function","parameters":[{"key":"a","value":', '}]}']],
    read: readAnswer,
  },
];
