import { useEffect, useRef, type MouseEvent } from 'react';
import { useLiveStream } from '../live/use-live-stream';
import { CriticalBar } from './critical-bar';
import { Header } from './header';
import { Navigation } from './navigation';
import { OfflineBar } from './offline-bar';
import { Pages, fetchPages } from './pages';

/** The page that was asked for comes first. */
const AHEAD_MS = 1000;

/** What an organiser sees who is logged in. */
const Console = () => {
  useLiveStream();
  useEffect(() => {
    const timer = setTimeout(fetchPages, AHEAD_MS);
    return () => clearTimeout(timer);
  }, []);
  const main = useRef<HTMLElement>(null);
  const skip = (event: MouseEvent) => {
    // The address's hash is the page's name.
    event.preventDefault();
    main.current?.focus();
  };
  return (
    <div className="console">
      <a className="skip" href="#main" onClick={skip}>
        Skip to the page
      </a>
      <Header />
      <Navigation />
      <main ref={main} id="main" className="page" tabIndex={-1}>
        <OfflineBar />
        <CriticalBar />
        <Pages />
      </main>
    </div>
  );
};
export default Console;
