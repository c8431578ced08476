import { StateWord } from '../../shared/state-word';

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
