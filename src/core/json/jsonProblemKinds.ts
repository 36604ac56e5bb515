import { defineProblemKinds } from '../problems/problemKind';

/** Every kind of problem that a JSON text can have before anyone asks what it means. */
export const jsonProblemKinds = defineProblemKinds([
  {
    code: 'json.syntax',
    severity: 'error',
    blocking: true,
    title: 'Not JSON',
    explanation:
      'The text breaks the rules of JSON, so the service refuses the whole request. Comments, trailing commas, single quotes and bytes that are not UTF-8 are mistakes, too: editors that take them send nothing.',
    remedy: 'Correct the place that is marked. The message says which rule is broken there.',
    authority: 'RFC 8259',
    example: { wrong: '{ "active": true, }', right: '{ "active": true }' },
  },
  {
    code: 'json.duplicate-member',
    severity: 'error',
    blocking: true,
    title: 'Member that stands twice',
    explanation:
      'An object names a member twice. Which value counts is for each reader to choose: many take the last, some the first, some refuse the text. The wrong one may reach an account without a word.',
    remedy: 'Remove the one that is not meant.',
    authority: 'RFC 8259',
    example: {
      wrong: '{ "externalId": "701984", "externalId": "701985" }',
      right: '{ "externalId": "701984" }',
    },
  },
  {
    code: 'json.too-deep',
    severity: 'error',
    blocking: true,
    title: 'Nested too deeply',
    explanation:
      'Objects and lists lie in one another more than 64 levels deep. A person needs fewer than ten; such a text is a mistake or an attack, and programs that read it run out of memory. RFC 8259 (section 9) lets a reader set this limit. Nothing in the text is looked at.',
    remedy: 'Look for brackets that are opened and never closed, and for an object that was put into itself.',
    authority: 'RFC 8259',
    example: { wrong: `${'['.repeat(65)}${']'.repeat(65)}`, right: '["urn:ietf:params:scim:schemas:core:2.0:User"]' },
  },
  {
    code: 'json.too-large',
    severity: 'error',
    blocking: true,
    title: 'Too large',
    explanation:
      'The text is over 10 MiB, a list in it has over 10,000 elements, a string is over 1 MiB, or an operation or what stands around the operations is over 1 MiB. RFC 8259 (section 9) lets a reader set such limits; a request to the service takes 50 operations, which are far below them. What is too large is not looked at.',
    remedy: 'Look for a quote or bracket that is not closed. Split what is meant into several documents.',
    authority: 'RFC 8259',
    example: { wrong: '{ "title": "(more than 1,048,576 characters)" }', right: '{ "title": "Accountant" }' },
  },
  {
    code: 'json.byte-order-mark',
    severity: 'warning',
    title: 'Byte order mark',
    explanation:
      'The file begins with U+FEFF, as Windows PowerShell 5.1 (Out-File -Encoding UTF8) and some editors write it. JSON that is sent must not have it (RFC 8259, section 8.1), so it is left out when the file is sent from here; other programs send it along.',
    remedy: 'Save the file as UTF-8 without a mark.',
    authority: 'RFC 8259',
    example: { wrong: '\uFEFF{ "active": true }', right: '{ "active": true }' },
  },
]);

const [syntax, duplicateMember, tooDeep, tooLarge, byteOrderMark] = jsonProblemKinds;

export const jsonKinds = { syntax, duplicateMember, tooDeep, tooLarge, byteOrderMark };
