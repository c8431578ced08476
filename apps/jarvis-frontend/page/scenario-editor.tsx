import { draftKey } from './kept-draft';
import { ScenarioForm } from './scenario-form';
import { placeName, type EditorPlace } from './scenario-place';
import type { Scenario } from './types';
import type { Instance } from './use-instance';
import { useScenarioStart } from './use-scenario-start';

interface Props {
  readonly place: EditorPlace;
  readonly instance: Instance;
  readonly onSaved: (scenario: Scenario) => void;
}

/** Writes a scenario, once what it begins with is there. */
export function ScenarioEditor({ place, instance, onSaved }: Props) {
  const key = draftKey(instance.session.session_id, placeName(place));
  const names = instance.scenarios.map(({ name }) => name);
  const { start, error } = useScenarioStart(place, key, names);
  if (start) return <ScenarioForm place={place} start={start} instance={instance} onSaved={onSaved} />;
  return (
    <main class="single">
      <section class="panel">
        <h2>Scenario</h2>
        <p class="empty" role={error ? 'alert' : 'status'}>
          {error ?? 'Loading the scenario…'}
        </p>
        {error && <a href="#/scenarios">All scenarios</a>}
      </section>
    </main>
  );
}
