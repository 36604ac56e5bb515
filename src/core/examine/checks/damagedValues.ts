import { recordProblems } from '../../convert/recordProblems';
import { damageKinds } from '../../convert/damage/damageKinds';
import { damageMessage, damageProblem, watchedDamage } from '../../convert/damage/damagedColumns';
import { findingAt, inFirstLine, placeOfRule, recordCount } from '../findingAt';
import { ProblemGroups } from '../problemGroups';
import type { ValueRule } from '../valueRule';

/** Reports visible damage in the cells that a rule reads, as found by the profile of the extract. */
export const damagedValues: ValueRule = {
  kinds: damageKinds,
  start: ({ loaded, mapping }) => ({
    finish: ({ profile }) => {
      const watched = watchedDamage(loaded.model);
      return profile.columns.flatMap(({ column, damage = [] }) => {
        const rule = mapping.rules.find(({ columns }) => columns.includes(column));
        const kinds = watched.get(column);
        if (rule === undefined || kinds === undefined) return [];
        return damage
          .filter(({ kind }) => kinds.has(kind))
          .flatMap((own) =>
            [damageProblem(own.kind)].map((kind) => {
              const { count, line } = own;
              const message = `[${column}], ${inFirstLine(count, line)}: ${damageMessage(own)}`;
              const found = findingAt(placeOfRule(loaded, rule), kind, {
                message,
                count,
                line,
                data: { columns: [column] },
              });
              return { ...found, severity: 'warning' as const };
            }),
          );
      });
    },
  }),
};

const refusedKinds = [recordProblems.scientificId, recordProblems.idTooLong, recordProblems.invalidUserName];

/** Texts of the right type that are rejected for their content. */
export const refusedTexts: ValueRule = {
  kinds: refusedKinds,
  start: ({ loaded, mapping }) => {
    const kinds = [...refusedKinds, ...damageKinds];
    const found = new ProblemGroups(
      mapping,
      kinds.map(({ code }) => code),
    );
    return {
      add: (record, outcomes) => found.add(record, outcomes),
      finish: () =>
        found.groups.flatMap(({ rule, code, reason, count, line, example }) =>
          kinds
            .filter((kind) => kind.code === code)
            .map((kind) => {
              const message = `${recordCount(count)} ${count === 1 ? 'is' : 'are'} not sent, ${inFirstLine(count, line)}. ${reason}`;
              const data = { columns: rule.columns, ...(example === undefined ? {} : { example }) };
              return findingAt(placeOfRule(loaded, rule), kind, { message, count, line, data });
            }),
        ),
    };
  },
};
