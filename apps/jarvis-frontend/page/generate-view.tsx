import { useEffect, useMemo, useState } from 'preact/hooks';
import { DestinationDialog } from './destination-dialog';
import { DestinationsPanel } from './destinations-panel';
import { PreviewPanel } from './preview-panel';
import { replayOf } from './replay';
import { SendPanel } from './send-panel';
import { SendsPanel } from './sends-panel';
import { SourcePicker } from './source-picker';
import type { Choice, Destination, Preview, Replay, Send } from './types';
import type { Instance } from './use-instance';
import { usePicked, type Picked } from './use-picked';

type Editing = { readonly destination: Destination | undefined };

export interface ViewProps {
  readonly instance: Instance;
  /** What the address says about the view. */
  readonly params: URLSearchParams;
  readonly refresh: () => Promise<void>;
  /** Shows a send at once, before the next round of asking. */
  readonly showSend: (send: Send) => void;
}

/** Choose a product, scenario or upload, look at its events, send them, and see what comes of it. */
export function GenerateView({ instance, params, refresh, showSend }: ViewProps) {
  const [picked, pick] = usePicked(params);
  const [preview, setPreview] = useState<Preview | undefined>();
  const [editing, setEditing] = useState<Editing | undefined>();
  const replays = useMemo(
    () => instance.uploads.uploads.map((upload) => replayOf(upload, instance.session)),
    [instance.uploads, instance.session],
  );
  const choice = findChoice(instance, replays, picked);
  useEffect(() => {
    if (params.size > 0) showChosen();
  }, [params, choice?.item.id]);

  return (
    <main class="grid">
      <div class="column choose">
        <SourcePicker
          products={instance.products}
          scenarios={instance.scenarios}
          replays={replays}
          problems={instance.problems}
          choice={choice}
          onChoose={({ kind, item }) => pick({ kind, id: item.id })}
        />
        {choice && (
          <a class="jump" href="#send">
            Send {choice.item.name}
          </a>
        )}
      </div>
      <div class="column act">
        <SendPanel
          choice={choice}
          destinations={instance.destinations}
          session={instance.session}
          onPreview={setPreview}
          onSent={showSend}
          onNewDestination={() => setEditing({ destination: undefined })}
        />
        {preview && <PreviewPanel preview={preview} onClose={() => setPreview(undefined)} />}
        <SendsPanel sends={instance.sends} onChanged={() => void refresh()} />
        <DestinationsPanel
          destinations={instance.destinations}
          egress={instance.egress}
          mayChange={instance.session.features.destinations}
          onNew={() => setEditing({ destination: undefined })}
          onEdit={(destination) => setEditing({ destination })}
          onChanged={() => void refresh()}
        />
      </div>
      {editing && (
        <DestinationDialog
          destination={editing.destination}
          egress={instance.egress}
          onClose={() => setEditing(undefined)}
          onSaved={() => {
            setEditing(undefined);
            void refresh();
          }}
        />
      )}
    </main>
  );
}

/** Scrolls the list to what the address asked for. */
function showChosen(): void {
  const row = document.querySelector('.source:has(:checked)');
  const list = row?.closest('.sources');
  if (row && list) list.scrollTop += row.getBoundingClientRect().top - list.getBoundingClientRect().top - 80;
}

/** What a newcomer finds chosen, where it may be used. */
const FIRST = 'sentinelone_endpoint';

/** What was picked, else the first product that may be used. */
function findChoice(
  { products, scenarios }: Instance,
  replays: readonly Replay[],
  picked: Picked | undefined,
): Choice | undefined {
  const replay = picked?.kind === 'upload' ? replays.find(({ id }) => id === picked.id) : undefined;
  if (replay) return { kind: 'upload', item: replay };
  const scenario = picked?.kind === 'scenario' ? scenarios.find(({ id }) => id === picked.id) : undefined;
  if (scenario) return { kind: 'scenario', item: scenario };
  const open = products.filter(({ allowed }) => allowed);
  const product = products.find(({ id }) => id === picked?.id) ?? open.find(({ id }) => id === FIRST) ?? open[0];
  return product && { kind: 'product', item: product };
}
