import { describe, expect, it } from 'vitest';
import { findOtherFormat } from '../../../../src/extract/encoding/findOtherFormat';

describe('a text that is saved as CSV and is something else', () => {
  it.each([
    ['a web page (HTML)', '<!doctype html><title>Sign in</title>'],
    ['a web page (HTML)', '\n  <HTML>\n<body>'],
    ['a web page (HTML)', '<!-- made by Reports -->\n<table border="1"><tr><td>Id</td></tr>'],
    ['a web page (HTML)', '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">'],
    ['an Excel workbook in XML', '<?xml version="1.0"?>\r\n<?mso-application progid="Excel.Sheet"?>'],
    ['an Excel workbook in XML', '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'],
    ['an XML document', '<?xml version="1.0" encoding="utf-8"?><wd:Report_Data/>'],
    ['an XML document', '<wd:Report_Data xmlns:wd="urn:com.workday">\n  <wd:Report_Entry>'],
    ['a SCIM payload (JSON)', '{"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[]}'],
    ['a SCIM payload (JSON)', '[\n{ "schemas": [ "urn:ietf:params:scim:schemas:core:2.0:User"'],
    ['a JSON document', '{\n  "d": { "results": ['],
    ['a JSON document', '[{"id": 1}, {"id": 2}]'],
    ['a JSON document', '["id", "name"]\n["1", "Ana"]\n'],
    ['a JSON document', '[]'],
    ['a document of a word processor (RTF)', '{\\rtf1\\ansi'],
    ['encrypted', '-----BEGIN PGP MESSAGE-----\n\nhQEMA'],
  ])('is %s: %j', (what, text) => {
    const problem = findOtherFormat(text);
    expect(problem).toMatchObject({ code: 'csv.not-text', severity: 'fatal' });
    expect(problem?.message).toMatch(new RegExp(`^The file is ${what.replace(/[()]/g, '\\$&')}, not CSV\\. .+\\.$`));
  });

  it.each([
    'Id,Name\n1,Ana\n',
    '<none>;<all>\n1;2\n',
    '<Id>,<Name>\n1,<b>Ana</b>\n',
    '[Id],[Name]\n1,2\n',
    '[Id]\t[Name]\n',
    '{Id},{Name}\n1,2\n',
    '"{""Id"": 1}",Name\n',
    '"[""Id""]";Name\n',
    '#TYPE System.Object\n"Id","Name"\n',
    'html,xml\n<html>,<?xml?>\n',
    '',
    ' \n',
  ])('is not seen in %j', (text) => {
    expect(findOtherFormat(text)).toBeUndefined();
  });

  it('is looked for in little of a long text', () => {
    for (const start of ['<', '<!--', '{"', '["', '[', '<a ', '<?xml '])
      expect(() => findOtherFormat(start + 'a '.repeat(1_000_000))).not.toThrow();
  });
});
