import { problemKind, problemOf } from '../../problems/problemKind';
import type { JobCheck } from '../jobCheck';
import { eachAttribute } from '../jobCheck';

const kind = problemKind({
  code: 'job.default-value',
  severity: 'warning',
  title: 'Default value that is never used',
  explanation:
    'A default value is used when the source gives nothing, and only when an account is created. Here the source is a constant, which is never empty, or the mapping does not create accounts.',
  remedy: 'Remove the default value, or correct the source and the flow types of the mapping.',
  authority: 'Entra',
  example: {
    wrong: '"source": { "type": "Constant", "name": "DE" }, "defaultValue": "US"',
    right: '"source": { "type": "Constant", "name": "DE" }, "defaultValue": null',
  },
});

/** Data: `replacement`, null. */
export const defaultValues: JobCheck = {
  kinds: [kind],
  find: eachAttribute(function* ({ defaultValue, source, flowType }, { mapping }) {
    if (defaultValue === undefined || defaultValue.text === '') return;
    const reason = !mapping.flowTypes.includes('add')
      ? 'this object mapping does not create accounts (its flowTypes lack Add), and a default is used only then'
      : source?.type === 'Constant'
        ? 'the source is a constant, which is never empty'
        : flowType?.text === 'MultiValueAddOnly' || flowType?.text === 'ValueAddOnly'
          ? `a default is used only when an account is created, but ${flowType.text} is for the values of existing ones`
          : undefined;
    if (reason !== undefined)
      yield problemOf(kind, defaultValue.span, `This default is never used: ${reason}.`, { replacement: 'null' });
  }),
};
