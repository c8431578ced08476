import { useMemo, useState } from 'preact/hooks';
import { ChosenSource } from './chosen-source';
import { ContentProblems } from './content-problems';
import { SourceRow } from './source-row';
import { ALL, groupsOf, shownGroups } from './source-groups';
import type { Choice, ContentProblem, Product, Replay, Scenario } from './types';

interface Props {
  readonly products: readonly Product[];
  readonly scenarios: readonly Scenario[];
  readonly replays: readonly Replay[];
  readonly problems: readonly ContentProblem[];
  readonly choice: Choice | undefined;
  readonly onChoose: (choice: Choice) => void;
}

/** Scenarios, uploads and products as a list by groups, of which one is chosen and told in full. */
export function SourcePicker({ products, scenarios, replays, problems, choice, onChoose }: Props) {
  const [words, setWords] = useState('');
  const [group, setGroup] = useState(ALL);
  const groups = useMemo(() => groupsOf(scenarios, replays, products), [scenarios, replays, products]);
  const shown = shownGroups(groups, { words, group });
  return (
    <section class="panel" aria-labelledby="choose">
      <div class="panel-head">
        <h2 id="choose">Choose what to generate</h2>
        <input
          type="search"
          class="filter"
          placeholder="Filter"
          aria-label="Filter products and scenarios"
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      <div class="groups" role="group" aria-label="Show">
        {[ALL, ...groups.map(({ name }) => name)].map((name) => (
          <button
            key={name}
            type="button"
            class="group"
            aria-pressed={group === name}
            onClick={() => setGroup(group === name ? ALL : name)}
          >
            {name}
          </button>
        ))}
      </div>
      <div class="sources" role="radiogroup" aria-labelledby="choose">
        {shown.map(({ name, choices }) => (
          <div key={name}>
            <h3>
              {name} <span class="quiet">{choices.length}</span>
            </h3>
            {choices.map((each) => (
              <SourceRow
                key={each.item.id}
                choice={each}
                checked={choice?.item.id === each.item.id}
                onChoose={() => onChoose(each)}
              />
            ))}
          </div>
        ))}
        {shown.length === 0 && <p class="empty">Nothing {words && `matches “${words}”`}</p>}
      </div>
      {choice && <ChosenSource choice={choice} />}
      <ContentProblems problems={problems} />
    </section>
  );
}
