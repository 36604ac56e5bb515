import { defineProblemKinds } from '../../problems/problemKind';

/** Why a value does not convert to the type of its attribute. */
export const valueProblems = defineProblemKinds({
  unknownBoolean: {
    code: 'value.bool.unknown',
    severity: 'error',
    title: 'Values that are neither true nor false',
    explanation:
      'The attribute is a boolean (RFC 7643, section 2.3.2), and the rule gives something else than True or False. It is not guessed: records with such a value are not sent.',
    remedy: 'Decide with a Switch which words mean True and which mean False.',
    authority: 'the extract',
    example: {
      wrong: 'emails[type eq "work"].primary = [IsPrimary]  # the extract holds "yes"',
      right: 'emails[type eq "work"].primary = Switch([IsPrimary], , "yes", "True", "no", "False")',
    },
  },
  invalidNumber: {
    code: 'value.number.invalid',
    severity: 'error',
    title: 'Values that are no numbers',
    explanation:
      'The attribute is a number, and the rule gives something else. Records with such a value are not sent.',
    remedy: 'Take out what is no digit, or make the attribute a String.',
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
      'The attribute is binary, which is written in base64 (RFC 7643, section 2.3.6), and the rule gives something else. Records with such a value are not sent.',
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
    title: 'Dates that the rule does not read',
    explanation:
      'A value of the extract is no date in the format that the rule states, or what the rule gives is no date and time as SCIM writes it (RFC 7643, section 2.3.5). Records with such a value are not sent.',
    remedy:
      'State the format that the extract really has as the input format of FormatDateTime, or have the dates corrected.',
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
    title: 'Dates that can be read in two ways',
    explanation:
      'The rule gives a date like 03/04/2026 as it stands: whether that is in March or in April is not known, and it is not guessed. Records with such a value are not sent.',
    remedy: 'State the format of the extract as the input format of FormatDateTime.',
    authority: 'the extract',
    example: {
      wrong:
        'urn:ietf:params:scim:schemas:extension:contoso:1.0:User:HireDate = [HireDate] @type(DateTime)  # the extract holds 03/04/2026',
      right:
        'urn:ietf:params:scim:schemas:extension:contoso:1.0:User:HireDate = FormatDateTime([HireDate], , "dd/MM/yyyy", "yyyy-MM-ddTHH:mm:ssZ") @type(DateTime)',
    },
  },
});
