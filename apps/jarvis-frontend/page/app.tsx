import { useCallback, useEffect, useState } from 'preact/hooks';
import { Banners } from './banners';
import { DestinationDialog } from './destination-dialog';
import { DestinationsPanel } from './destinations-panel';
import { Header } from './header';
import { Messages } from './messages';
import { PreviewPanel } from './preview-panel';
import { SendPanel } from './send-panel';
import { SendsPanel } from './sends-panel';
import { SourcePicker } from './source-picker';
import { isActive, type Choice, type Destination, type Preview, type Send } from './types';
import { useInstance, type Instance } from './use-instance';
import { useLiveSend } from './use-live-send';

type Editing = { readonly destination: Destination | undefined };
type Picked = { readonly kind: Choice['kind']; readonly id: string };

export function App() {
  const { instance, connection, refresh, update } = useInstance();
  const [picked, setPicked] = useState<Picked | undefined>();
  const [preview, setPreview] = useState<Preview | undefined>();
  const [editing, setEditing] = useState<Editing | undefined>();

  const choice = instance && findChoice(instance, picked);
  const showSend = useCallback(
    (send: Send) =>
      update((before) => ({
        ...before,
        sends: [send, ...before.sends.filter(({ id }) => id !== send.id)].toSorted(newestFirst),
      })),
    [update],
  );
  useLiveSend(instance?.sends.find(isActive)?.id, showSend);

  useEffect(() => {
    document.documentElement.dataset['ready'] = String(instance !== undefined);
  }, [instance !== undefined]);

  return (
    <>
      <Header session={instance?.session} />
      <Messages messages={instance?.session.messages ?? []} />
      <Banners connection={connection} session={instance?.session} />
      {!instance && connection.state === 'loading' && (
        <p class="loading" role="status">
          Loading your instance…
        </p>
      )}
      {instance && (
        <main class="grid">
          <div class="column choose">
            <SourcePicker
              products={instance.products}
              scenarios={instance.scenarios}
              problems={instance.problems}
              choice={choice}
              onChoose={({ kind, item }) => setPicked({ kind, id: item.id })}
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
              mayChange={instance.session.features.destinations}
              onNew={() => setEditing({ destination: undefined })}
              onEdit={(destination) => setEditing({ destination })}
              onChanged={() => void refresh()}
            />
          </div>
        </main>
      )}
      {editing && (
        <DestinationDialog
          destination={editing.destination}
          onClose={() => setEditing(undefined)}
          onSaved={() => {
            setEditing(undefined);
            void refresh();
          }}
        />
      )}
    </>
  );
}

const newestFirst = (a: Send, b: Send): number => b.created_at.localeCompare(a.created_at);

/** What a newcomer finds chosen, where it may be used. */
const FIRST = 'sentinelone_endpoint';

/** What was picked, else the first product that may be used. */
function findChoice({ products, scenarios }: Instance, picked: Picked | undefined): Choice | undefined {
  const scenario = picked?.kind === 'scenario' ? scenarios.find(({ id }) => id === picked.id) : undefined;
  if (scenario) return { kind: 'scenario', item: scenario };
  const open = products.filter(({ allowed }) => allowed);
  const product = products.find(({ id }) => id === picked?.id) ?? open.find(({ id }) => id === FIRST) ?? open[0];
  return product && { kind: 'product', item: product };
}
