import { defineProblemKinds } from '../problems/problemKind';

/** All kinds of problems with JSON texts that do not depend on their meaning. */
export const jsonProblemKinds = defineProblemKinds([
  {
    code: 'json.syntax',
    severity: 'error',
    blocking: true,
    title: 'Not JSON',
    explanation:
      'The text breaks the rules of JSON, so the service refuses the whole request. Comments, trailing commas, single quotes and bytes that are not UTF-8 are errors, too, even if an editor accepts them.',
    remedy: 'Correct the marked place. The message says which rule is broken.',
    authority: 'RFC 8259',
    example: { wrong: '{ "active": true, }', right: '{ "active": true }' },
  },
  {
    code: 'json.duplicate-member',
    severity: 'error',
    blocking: true,
    title: 'Duplicate member',
    explanation:
      'An object has two members with the same name. Readers differ on which value counts: many use the last, some the first, some refuse the text. The wrong one may silently reach an account.',
    remedy: 'Remove one of them.',
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
      'Objects and lists are nested more than 64 levels deep. A person needs fewer than ten levels; such a text is a mistake or an attack, and programs that read it run out of memory. RFC 8259 (section 9) allows this limit. The text is not checked further.',
    remedy: 'Look for unmatched brackets, and for an object that contains itself.',
    authority: 'RFC 8259',
    example: { wrong: `${'['.repeat(65)}${']'.repeat(65)}`, right: '["urn:ietf:params:scim:schemas:core:2.0:User"]' },
  },
  {
    code: 'json.too-large',
    severity: 'error',
    blocking: true,
    title: 'Too large',
    explanation:
      'The text is over 10 MiB, a list in it has over 10,000 elements, a string is over 1 MiB, or an operation or the text around the operations is over 1 MiB. RFC 8259 (section 9) allows such limits; a request to the service takes 50 operations, which are far smaller. What is too large is not checked.',
    remedy: 'Look for an unmatched quote or bracket. If the size is intended, split the text into several documents.',
    authority: 'RFC 8259',
    example: { wrong: '{ "title": "(more than 1,048,576 characters)" }', right: '{ "title": "Accountant" }' },
  },
  {
    code: 'json.byte-order-mark',
    severity: 'warning',
    title: 'Byte order mark',
    explanation:
      'The file begins with U+FEFF, as Windows PowerShell 5.1 (Out-File -Encoding UTF8) and some editors write it. JSON that is sent must not have it (RFC 8259, section 8.1), so this tool leaves it out when it sends the file; other programs do not.',
    remedy: 'Save the file as UTF-8 without a byte order mark.',
    authority: 'RFC 8259',
    example: { wrong: '\uFEFF{ "active": true }', right: '{ "active": true }' },
  },
]);

const [syntax, duplicateMember, tooDeep, tooLarge, byteOrderMark] = jsonProblemKinds;

export const jsonKinds = { syntax, duplicateMember, tooDeep, tooLarge, byteOrderMark };
