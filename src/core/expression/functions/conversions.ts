import { utf8Bytes, utf16Bytes } from '../dotnet/encodings';
import { refuseOver } from '../limits/resultLimit';
import { asText, EvaluationError } from '../value';
import { integer, ofText, required } from './arguments';
import type { FunctionEntry } from './functionEntry';
import { EXACT } from './functionEntry';

export const bitAnd: FunctionEntry = {
  name: 'BitAnd',
  family: 'Numbers and conversion',
  parameters: [
    { name: 'value1', type: 'Integer', documentation: 'A whole number; &H begins a hexadecimal one.' },
    { name: 'value2', type: 'Integer', documentation: 'Another.' },
  ],
  returns: 'Integer',
  documentation: 'The bits that both numbers have in common.',
  example: { expression: 'BitAnd(&HF, &HF7)', result: '7' },
  fidelity: EXACT,
  compile: (args, at) => {
    const value1 = integer(args, 0, at);
    const value2 = integer(args, 1, at);
    return (record, context) => {
      const first = value1(record, context);
      const second = value2(record, context);
      return first === null || second === null ? null : first & second;
    };
  },
};

export const cBool: FunctionEntry = {
  name: 'CBool',
  family: 'Numbers and conversion',
  parameters: [
    { name: 'expression', type: 'Condition', documentation: 'A comparison, a number, or the text True or False.' },
  ],
  returns: 'Boolean',
  documentation:
    'True or False from a comparison, from a number (anything but 0 is True) or from the texts "True" and "False".',
  example: { expression: 'CBool([Active] = "1")', result: 'True' },
  fidelity: {
    mark: 'approximated',
    reason: 'Texts other than numbers, True and False are not documented; they are an error here.',
  },
  compile: (args, at) => {
    const expression = required(args, 0);
    return (record, context) => {
      const value = expression(record, context);
      if (value === null) return null;
      const plain = asText(value) ?? '';
      const lower = plain.toLowerCase();
      if (lower === 'true' || lower === 'false') return lower === 'true';
      if (!/^-?[0-9]+$/.test(plain))
        throw new EvaluationError('E_TYPE', 'The value is neither a number nor True nor False.', at, plain);
      return BigInt(plain) !== 0n;
    };
  },
};

export const cStr: FunctionEntry = {
  name: 'CStr',
  family: 'Numbers and conversion',
  parameters: [{ name: 'value', type: 'Any', documentation: 'A number, a reference or a Boolean.' }],
  returns: 'String',
  documentation: 'The value as a text; a Boolean gives True or False.',
  example: { expression: 'CStr([Active])', result: 'True' },
  fidelity: EXACT,
  compile: (args) => {
    const value = required(args, 0);
    return (record, context) => asText(value(record, context));
  },
};

export const convertToBase64: FunctionEntry = {
  name: 'ConvertToBase64',
  family: 'Numbers and conversion',
  parameters: [{ name: 'source', type: 'String', documentation: 'The text.' }],
  returns: 'String',
  documentation: 'The UTF-16 bytes of the text in base64.',
  example: { expression: 'ConvertToBase64("Hello world!")', result: 'SABlAGwAbABvACAAdwBvAHIAbABkACEA' },
  fidelity: EXACT,
  compile: ofText((source, at) => {
    refuseOver(4 * Math.ceil((2 * source.length) / 3), at);
    return toBase64(utf16Bytes(source));
  }),
};

export const convertToUtf8Hex: FunctionEntry = {
  name: 'ConvertToUTF8Hex',
  family: 'Numbers and conversion',
  parameters: [{ name: 'source', type: 'String', documentation: 'The text.' }],
  returns: 'String',
  documentation: 'The UTF-8 bytes of the text as hexadecimal digits.',
  example: { expression: 'ConvertToUTF8Hex("Hello world!")', result: '48656C6C6F20776F726C6421' },
  fidelity: EXACT,
  compile: ofText((source, at) => {
    refuseOver(2 * source.length, at);
    return utf8Bytes(source)
      .map((byte) => byte.toString(16).toUpperCase().padStart(2, '0'))
      .join('');
  }),
};

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function toBase64(bytes: readonly number[]): string {
  let encoded = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const three = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const digit = (shift: number) => ALPHABET.charAt((three >> shift) & 63);
    encoded += digit(18) + digit(12) + (left > 1 ? digit(6) : '=') + (left > 2 ? digit(0) : '=');
  }
  return encoded;
}
