import { defineProblemKinds } from '../../problems/problemKind';

/** Why a value does not convert to the type of its attribute. */
export const valueProblems = defineProblemKinds({
  unknownBoolean: {
    code: 'value.bool.unknown',
    severity: 'error',
    title: 'Values that are neither true nor false',
    explanation:
      'The attribute is a boolean (RFC 7643, section 2.3.2), but the rule gives something other than True or False. Records with such a value are not sent.',
    remedy: 'Use Switch to decide which words mean True and which mean False.',
    authority: 'the extract',
    example: {
      wrong: 'emails[type eq "work"].primary = [IsPrimary]  # the extract holds "yes"',
      right: 'emails[type eq "work"].primary = Switch([IsPrimary], , "yes", "True", "no", "False")',
    },
  },
  invalidNumber: {
    code: 'value.number.invalid',
    severity: 'error',
    title: 'Values that are not numbers',
    explanation:
      'The attribute is a number, but the rule gives something else. Records with such a value are not sent.',
    remedy: 'Remove everything that is not a digit, or make the attribute a String.',
    authority: 'the extract',
    example: {
      wrong:
        'urn:ietf:params:scim:schemas:extension:contoso:1.0:User:grade = [Grade] @type(Integer)  # the extract holds "7th"',
      right:
        'urn:ietf:params:scim:schemas:extension:contoso:1.0:User:grade = Replace([Grade], , "[^0-9]", , "", , ) @type(Integer)',
    },
  },
  invalidBinary: {
    code: 'value.binary.invalid',
    severity: 'error',
    title: 'Values that are not base64',
    explanation:
      'The attribute is binary, which is written in base64 (RFC 7643, section 2.3.6), but the rule gives something else. Records with such a value are not sent.',
    remedy: 'Convert the text with ConvertToBase64, or make the attribute a String.',
    authority: 'the extract',
    example: {
      wrong:
        'urn:ietf:params:scim:schemas:extension:contoso:1.0:User:badge = [Badge] @type(Binary)  # the extract holds "A-17"',
      right: 'urn:ietf:params:scim:schemas:extension:contoso:1.0:User:badge = ConvertToBase64([Badge]) @type(Binary)',
    },
  },
  invalidDate: {
    code: 'value.date.invalid',
    severity: 'error',
    title: 'Dates that the rule cannot read',
    explanation:
      'A value of the extract is not a date in the format of the rule, or the result of the rule is not a date and time as in SCIM (RFC 7643, section 2.3.5). Records with such a value are not sent.',
    remedy: 'Use the actual format of the extract as the input format of FormatDateTime, or have the dates corrected.',
    authority: 'the extract',
    example: {
      wrong:
        'urn:ietf:params:scim:schemas:extension:contoso:1.0:User:HireDate = FormatDateTime([HireDate], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")  # the extract holds 31.12.2026',
      right:
        'urn:ietf:params:scim:schemas:extension:contoso:1.0:User:HireDate = FormatDateTime([HireDate], , "dd.MM.yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
    },
  },
  ambiguousDate: {
    code: 'value.date.ambiguous',
    severity: 'error',
    title: 'Ambiguous dates',
    explanation:
      'The rule gives a date like 03/04/2026, which may be in March or in April. Records with such a value are not sent.',
    remedy: 'Set the format of the extract as the input format of FormatDateTime.',
    authority: 'the extract',
    example: {
      wrong:
        'urn:ietf:params:scim:schemas:extension:contoso:1.0:User:HireDate = [HireDate] @type(DateTime)  # the extract holds 03/04/2026',
      right:
        'urn:ietf:params:scim:schemas:extension:contoso:1.0:User:HireDate = FormatDateTime([HireDate], , "dd/MM/yyyy", "yyyy-MM-ddTHH:mm:ssZ") @type(DateTime)',
    },
  },
});
