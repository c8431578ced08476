import { useMemo, useState } from 'preact/hooks';
import { focusSoon } from './focus-soon';
import { LeaveDialog } from './leave-dialog';
import { useLeaveGuard } from './leave-guard';
import { moved, without, withAt } from './lists';
import { PreviewPanel } from './preview-panel';
import { ScenarioAbout } from './scenario-about';
import { ScenarioBar } from './scenario-bar';
import { newPhase } from './scenario-draft';
import { ScenarioPhase } from './scenario-phase';
import type { EditorPlace } from './scenario-place';
import { TimelinePanel } from './timeline-panel';
import type { Scenario } from './types';
import type { Instance } from './use-instance';
import { useScenarioEditor } from './use-scenario-editor';
import type { ScenarioStart } from './use-scenario-start';

interface Props {
  readonly place: EditorPlace;
  readonly start: ScenarioStart;
  readonly instance: Instance;
  readonly onSaved: (scenario: Scenario) => void;
}

/** Of longer scenarios only the first phase comes open: the timeline's list leads to the others. */
const OPEN_PHASES = 3;

/** A scenario as a form: what it is, its phases, and when what happens. */
export function ScenarioForm({ place, start, instance, onSaved }: Props) {
  const editor = useScenarioEditor({ place, sessionId: instance.session.session_id, start, onSaved });
  const { draft, faults, change, remove } = editor;
  const [isRestored, setRestored] = useState(start.kept !== undefined && place.kind !== 'import');
  const leaving = useLeaveGuard(editor.isDirty);
  const { products } = instance;
  const productOptions = useMemo(
    () =>
      products
        .map(({ id, name, vendor, category, allowed }) => ({
          value: id,
          label: name,
          hint: `${vendor.name} · ${category}${allowed ? '' : ' · not open to this session'}`,
        }))
        .toSorted((a, b) => a.label.localeCompare(b.label, 'en')),
    [products],
  );
  const { phases } = draft;
  const [folded] = useState(() => (phases.length > OPEN_PHASES ? phases.slice(1).map(({ key }) => key) : []));

  return (
    <main class="scenario-editor">
      <form
        noValidate
        aria-label="Scenario"
        onSubmit={(event) => {
          event.preventDefault();
          void editor.save();
        }}
      >
        <div class="scenario-main">
          <ScenarioAbout
            title={editor.id === undefined ? 'New scenario' : 'Edit scenario'}
            draft={draft}
            faults={faults}
            isRestored={isRestored && editor.isDirty}
            onDiscard={() => {
              setRestored(false);
              editor.revert();
            }}
            onChange={(next) => change((before) => ({ ...before, ...next }))}
          />
        </div>
        <div class="scenario-side">
          {editor.preview && (
            <div id="tried" tabIndex={-1}>
              <PreviewPanel preview={editor.preview} onClose={editor.closePreview} />
            </div>
          )}
          <TimelinePanel draft={draft} products={products} />
        </div>
        <div class="scenario-main scenario-phases">
          {phases.map((phase, index) => (
            <ScenarioPhase
              key={phase.key}
              index={index}
              phase={phase}
              isLast={index === phases.length - 1}
              startsFolded={folded.includes(phase.key)}
              products={products}
              productOptions={productOptions}
              faults={faults}
              onChange={(next) => change((before) => ({ ...before, phases: withAt(before.phases, index, next) }))}
              onMove={(by) => change((before) => ({ ...before, phases: moved(before.phases, index, index + by) }))}
              onRemove={() => {
                remove(`Phase ${index + 1}`, (before) => ({ ...before, phases: without(before.phases, index) }));
                focusSoon('phases-add');
              }}
              onStepRemoved={(next, what) =>
                remove(what, (before) => ({ ...before, phases: withAt(before.phases, index, next) }))
              }
            />
          ))}
          {faults['phases'] && (
            <p class="error scenario-fault" tabIndex={-1} data-fault>
              {phases.length === 0 ? 'A scenario needs at least one phase' : `A scenario ${faults['phases']}`}
            </p>
          )}
          <button
            type="button"
            id="phases-add"
            class="wide-button"
            onClick={() => {
              change((before) => ({ ...before, phases: [...before.phases, newPhase()] }));
              focusSoon(`phases.${phases.length}.name`);
            }}
          >
            Add a phase
          </button>
        </div>
        <ScenarioBar editor={editor} scenario={instance.scenarios.find(({ id }) => id === editor.id)} />
      </form>
      {leaving.isAsking && (
        <LeaveDialog
          isKept={editor.isKept}
          onStay={leaving.stay}
          onLeave={leaving.leave}
          onDiscard={() => {
            editor.forget();
            leaving.leave();
          }}
        />
      )}
    </main>
  );
}
