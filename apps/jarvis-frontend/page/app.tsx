import type { ComponentType } from 'preact';
import { useCallback, useEffect } from 'preact/hooks';
import { Banners } from './banners';
import { GenerateView, type ViewProps } from './generate-view';
import { Header } from './header';
import { HistoryView } from './history-view';
import { Messages } from './messages';
import { Navigation } from './navigation';
import { ParserView } from './parser-view';
import type { ViewName } from './place';
import { ScenariosView } from './scenarios-view';
import { isActive, type Send } from './types';
import { UploadsView } from './uploads-view';
import { useInstance } from './use-instance';
import { useLiveSend } from './use-live-send';
import { usePlace } from './use-place';

const PAGES: Readonly<Record<ViewName, ComponentType<ViewProps>>> = {
  generate: GenerateView,
  scenarios: ScenariosView,
  history: HistoryView,
  parser: ParserView,
  uploads: UploadsView,
};

export function App() {
  const { instance, connection, refresh, update } = useInstance();
  const { view, params } = usePlace();
  const View = PAGES[view];

  const showSend = useCallback(
    (send: Send) =>
      update((before) => ({
        ...before,
        sends: [send, ...before.sends.filter(({ id }) => id !== send.id)].toSorted(newestFirst),
      })),
    [update],
  );
  useLiveSend(mostAlive(instance?.sends ?? [])?.id, showSend);

  useEffect(() => {
    document.documentElement.dataset['ready'] = String(instance !== undefined);
  }, [instance !== undefined]);

  return (
    <>
      <Header session={instance?.session} />
      <Navigation view={view} />
      <Messages messages={instance?.session.messages ?? []} />
      <Banners connection={connection} session={instance?.session} />
      {!instance && connection.state === 'loading' && (
        <p class="loading" role="status">
          Loading your instance…
        </p>
      )}
      {instance && <View instance={instance} params={params} refresh={refresh} showSend={showSend} />}
    </>
  );
}

const newestFirst = (a: Send, b: Send): number => b.created_at.localeCompare(a.created_at);

/** The send that is followed as it goes: one that goes on rather than one that waits. */
const mostAlive = (sends: readonly Send[]): Send | undefined =>
  sends.find(({ state }) => state === 'running') ?? sends.find(isActive);
