import { useEffect } from 'preact/hooks';
import type { ViewProps } from './generate-view';
import { OrganisersScenarios } from './organisers-scenarios';
import { OwnScenarios } from './own-scenarios';
import { ScenarioEditor } from './scenario-editor';
import { editorHash, editorPlace, placeName, type EditorPlace } from './scenario-place';

/** The attendee's own scenarios: a list of them, or the editor of one. */
export function ScenariosView({ instance, params, refresh }: ViewProps) {
  const { scenarios, session } = instance;
  const isOrganisers = (id: string | undefined): boolean => scenarios.some((each) => each.id === id && !each.custom);
  const asked = editorPlace(params);
  // The organisers' own are never changed.
  const place: EditorPlace | undefined =
    asked?.kind === 'edit' && isOrganisers(asked.id) ? { kind: 'copy', id: asked.id } : asked;
  const name = place && placeName(place);
  useEffect(() => scrollTo(0, 0), [name]);
  if (place)
    return (
      <ScenarioEditor
        key={name}
        place={place}
        instance={instance}
        onSaved={({ id }) => {
          // A reload goes on with what is saved; the editor stays as it is.
          history.replaceState(null, '', editorHash({ kind: 'edit', id }));
          void refresh();
        }}
      />
    );
  return (
    <main class="single scenarios">
      <OwnScenarios
        scenarios={scenarios.filter(({ custom }) => custom)}
        sessionId={session.session_id}
        onChanged={() => void refresh()}
      />
      <OrganisersScenarios scenarios={scenarios.filter(({ custom }) => !custom)} />
    </main>
  );
}
