import { ScenarioFacts } from './scenario-facts';
import { editorHash } from './scenario-place';
import type { Scenario } from './types';

/** The organisers' scenarios, of which a copy can be changed. */
export const OrganisersScenarios = ({ scenarios }: { scenarios: readonly Scenario[] }) => (
  <section class="panel" aria-labelledby="copies">
    <h2 id="copies">Start from a copy of…</h2>
    <ul class="rows" aria-labelledby="copies">
      {scenarios.map((scenario) => (
        <li key={scenario.id}>
          <div class="row-main">
            <span class="name">{scenario.name}</span>
            <ScenarioFacts scenario={scenario} />
            <span class="about scenario-story">{scenario.description}</span>
          </div>
          <div class="row-actions">
            {scenario.allowed ? (
              <a
                class="button"
                href={editorHash({ kind: 'copy', id: scenario.id })}
                aria-label={`Copy ${scenario.name}`}
              >
                Copy
              </a>
            ) : (
              <span class="quiet">{scenario.reason}</span>
            )}
          </div>
        </li>
      ))}
    </ul>
  </section>
);
