import { choiceOfPerson } from '../../../views/person/personWords';
import { commandIds } from '../../contributions';
import type { Choice } from '../../messages/questions';
import { chooseFound } from '../../messages/questions';
import type { OpenedRun } from '../../runs/knownRuns';
import { PersonSearch } from '../../runs/personSearch';
import { showPerson } from '../../runs/showPerson';
import type { PersonInRun } from '../../../core/run/account/personHistory';
import { defineCommand } from '../command';

/** Finds a person in the last runs, and shows their result. */
export const findPerson = defineCommand(commandIds.findPerson, async (services) => {
  const search = new PersonSearch(services.runs);
  const question = {
    title: services.titles.of(commandIds.findPerson),
    placeHolder: 'Name or id',
    none: 'Nobody in the last runs has this name or id',
  };
  const { known, person } = await chooseFound(question, (text) => itemsFor(search, text));
  await showPerson(services, known.id, person);
});

type PersonItem = Choice & PersonInRun<OpenedRun>;

async function* itemsFor(search: PersonSearch, text: string): AsyncGenerator<readonly PersonItem[]> {
  for await (const found of search.find(text.trim())) {
    const now = Date.now();
    yield found.map((one) => {
      const { title, icon, description } = choiceOfPerson(one, one.known.stored.extractName, now);
      return { ...one, label: title, icon, description };
    });
  }
}
