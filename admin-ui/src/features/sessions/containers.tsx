import { StateWord } from '../../shared/state-word';

/** Each container and what it does. */
export const Containers = ({ states }: { states: Readonly<Record<string, string>> }) => {
  const entries = Object.entries(states);
  if (entries.length === 0) return <span className="dim">none yet</span>;
  return (
    <>
      {entries.map(([name, state]) => (
        <div key={name} className="nowrap">
          <StateWord name={name} state={state} />
        </div>
      ))}
    </>
  );
};

/** The same in one line: `2 running`, or those that do not. */
export const ContainersInShort = ({ states }: { states: Readonly<Record<string, string>> }) => {
  const entries = Object.entries(states);
  const others = entries.filter(([, state]) => state !== 'running');
  if (entries.length === 0) return <span className="dim">none yet</span>;
  if (others.length === 0) return <StateWord state="running" name={String(entries.length)} />;
  return (
    <>
      {others.map(([name, state]) => (
        <span key={name} className="nowrap">
          <StateWord name={name} state={state} />{' '}
        </span>
      ))}
    </>
  );
};
