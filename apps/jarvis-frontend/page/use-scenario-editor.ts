import { useEffect, useMemo, useState } from 'preact/hooks';
import { ApiError, call, messageOf } from './api';
import { showSoon } from './focus-soon';
import { draftKey, dropDraft, keepDraft } from './kept-draft';
import { bodyOf } from './scenario-body';
import type { ScenarioDraft } from './scenario-draft';
import { faultsOf, type Faults } from './scenario-faults';
import { placeName, type EditorPlace } from './scenario-place';
import { useFaults } from './use-faults';
import type { ScenarioStart } from './use-scenario-start';
import type { Preview, Scenario, TriedScenario } from './types';

type Work = 'save' | 'try';

interface Props {
  readonly place: EditorPlace;
  readonly sessionId: string;
  readonly start: ScenarioStart;
  readonly onSaved: (scenario: Scenario) => void;
}

/** A draft, what is wrong in it since it was checked, and what can be done with it; unsaved, it is kept in the browser. */
export function useScenarioEditor({ place, sessionId, start, onSaved }: Props) {
  const [id, setId] = useState(start.id);
  const [key, setKey] = useState(draftKey(sessionId, placeName(place)));
  const [saved, setSaved] = useState(start.saved);
  const [draft, setDraft] = useState(start.kept ?? start.saved);
  const [removed, setRemoved] = useState<{ readonly what: string; readonly before: ScenarioDraft } | undefined>();
  const [error, setError] = useState<string | undefined>();
  const [busy, setBusy] = useState<Work | undefined>();
  const [preview, setPreview] = useState<Preview | undefined>();
  const body = useMemo(() => bodyOf(draft), [draft]);
  const savedText = useMemo(() => JSON.stringify(bodyOf(saved)), [saved]);
  const isDirty = JSON.stringify(body) !== savedText;
  const { faults, showFaults } = useFaults(draft, body);
  const [isKept, setKept] = useState(true);
  useEffect(() => {
    if (isDirty) setKept(keepDraft(key, draft));
    else dropDraft(key);
  }, [draft, isDirty, key]);

  const change = (next: (before: ScenarioDraft) => ScenarioDraft): void => {
    setDraft(next);
    setRemoved(undefined);
  };
  const remove = (what: string, next: (before: ScenarioDraft) => ScenarioDraft): void => {
    setRemoved({ what, before: draft });
    setDraft(next);
  };
  const act = async (work: Work, doIt: () => Promise<Faults>): Promise<void> => {
    setError(undefined);
    setPreview(undefined);
    setRemoved(undefined);
    setBusy(work);
    const own = faultsOf(draft);
    try {
      showFaults(own, Object.keys(own).length > 0 ? {} : await doIt());
    } catch (cause) {
      const told = cause instanceof ApiError ? cause.fields : {};
      showFaults(own, told);
      if (Object.keys(told).length === 0) setError(messageOf(cause));
    }
    setBusy(undefined);
  };

  const save = (): Promise<void> =>
    act('save', async () => {
      try {
        const scenario = await (id === undefined
          ? call<Scenario>('POST', 'scenarios', body)
          : call<Scenario>('PUT', `scenarios/${id}`, body));
        dropDraft(key);
        setSaved(draft);
        setId(scenario.id);
        setKey(draftKey(sessionId, placeName({ kind: 'edit', id: scenario.id })));
        onSaved(scenario);
        return {};
      } catch (cause) {
        if (id === undefined || !(cause instanceof ApiError) || cause.status !== 404) throw cause;
        setId(undefined);
        throw new Error('This scenario was deleted meanwhile. Save again to keep it as a new one.', {
          cause,
        });
      }
    });
  const tryOut = (): Promise<void> =>
    act('try', async () => {
      const { errors, seed, events } = await call<TriedScenario>('POST', 'scenarios/try', body);
      if (errors.length === 0) {
        setPreview({ source: { kind: 'scenario', name: draft.name }, seed, events });
        showSoon('tried');
      }
      return Object.fromEntries(errors.map(({ field, message }) => [field, message]));
    });

  return {
    id,
    draft,
    faults,
    error,
    busy,
    preview,
    isDirty,
    isKept,
    removed: removed?.what,
    change,
    remove,
    undo: () => removed && change(() => removed.before),
    revert: () => change(() => saved),
    forget: () => dropDraft(key),
    closePreview: () => setPreview(undefined),
    save,
    tryOut,
  };
}
